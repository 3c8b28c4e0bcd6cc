"""What search, lists, pages and tests know of practices: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level, Zone
from portal.core.languages import enumerated
from portal.records.fields import RowFact, Weight, details
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.models import PracticePage
from practices.short_form import SHORT


def row(page):
    """The RowFacts of a practice: the barriers it answers (the problem stands in its summary)."""
    barriers = enumerated(barrier.label for barrier in page.answers_barriers.all())
    return [RowFact(_("Answers"), barriers, Zone.DETAILS)] if barriers else []


PRACTICE = Kind(
    key="practice",
    prefix="GP",
    label=_("Practice"),
    label_plural=_("Practices"),
    icon="practice",
    model=PracticePage,
    offered_to=Level.MEMBERS,
    index_path="practices",
    fields=(
        *shared_fields(owner=_("owner of this text"), custodian=_("text kept by")),
        details("problem", _("problem"), Weight.SUMMARY),
        details("when_to_use", _("when to use it")),
        details("when_not", _("when not to use it")),
        details("steps", _("steps")),
        details("preconditions", _("before you begin")),
        details("roles", _("who does what")),
        details("effort", _("effort")),
        details("risks", _("risks")),
        details("safeguards", _("safeguards")),
        details("standards", _("standards"), facet="standard"),
        details("standards_note", _("further standards, in words")),
        details("answers_barriers", _("barriers that it answers"), facet="barrier"),
        details("templates", _("templates to download"), Weight.NONE),
    ),
    row=row,
    not_in_table=NOT_IN_TABLE,
    short=SHORT,
    may_be_used=True,
)
