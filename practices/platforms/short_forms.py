"""The short forms of a platform and of a flow. The title of a flow is made of its ends and its data."""

from django.utils.translation import gettext as _

from portal.core.languages import enumerated
from portal.records.from_to import from_to
from portal.records.short_forms import Rows, ShortForm

MOST_KINDS, LONGEST = 3, 255


def flow_title(answers):
    """“MAC → OCHA: Hazards”; the kind alone until something was answered."""
    ends = [_end(answers, "giver"), _end(answers, "taker")]
    kinds = enumerated(kind.label for kind in list(answers.get("data_kinds") or ())[:MOST_KINDS])
    ends = from_to(*([end] if end else [] for end in ends)).text
    made = _("%(ends)s: %(kinds)s") % {"ends": ends, "kinds": kinds} if ends and kinds else ends or kinds
    return made[:LONGEST] or _("Data flow")


def _end(answers, name):
    return answers[name].short_name if answers.get(name) else answers.get(f"{name}_note", "")


PLATFORM_SHORT = ShortForm(
    screens=(
        (
            ("title",),
            (Rows("organisations", ("organisation", "role")), "owner_note"),
            ("holds",),
            ("access_method", "access_note"),
        ),
        (
            ("formats", "api"),
            (Rows("limitations", ("kind", "text", "country", "reported_on")),),
        ),
    ),
    needed=("title", "holds"),
    is_for_all=True,
)
FLOW_SHORT = ShortForm(
    screens=(
        (("giver", "giver_note"), ("taker", "taker_note"), ("data_kinds",), ("state",)),
        (("method",), ("frequency",), ("institutional_note",)),
    ),
    needed=("data_kinds", "state"),
    title=flow_title,
)
