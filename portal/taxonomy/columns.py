"""The typed columns of the vocabularies' files: what may stand in them, and what editors see of them.

Columns that are not named here hold text for programs (codes of other systems); they are kept and not shown in forms.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Type(StrEnum):
    FLAG = "flag"  # yes, no or empty
    NUMBER = "number"  # a whole number or empty
    KEY = "key"  # the key of a term of `target`
    KEYS = "keys"  # several of them, split by ;
    TEXT = "text"


@dataclass(frozen=True)
class Column:
    """`target` names the file whose keys are allowed ("" means the same file)."""

    type: Type
    label: str
    target: str = ""


FLAGS = {
    "affected": _("explosive ordnance is reported"),
    "binding": _("is binding"),
    "can_change": _("can change"),
    "core": _("is a core kind"),
    "in_hdx_form": _("offered by HDX"),
    "is_authority": _("is an authority"),
    "is_exact": _("is an exact place"),
    "is_final": _("is final"),
    "is_open": _("is open"),
    "is_public": _("is public"),
    "machine_readable": _("is machine readable"),
    "needs_agreement": _("needs an agreement"),
    "needs_note": _("needs a note"),
    "needs_reason": _("needs a reason"),
    "needs_request": _("needs a request"),
    "needs_review": _("needs a review"),
    "non_commercial": _("is for non-commercial use only"),
    "reveals_records": _("reveals single records"),
    "share_alike": _("asks to share alike"),
    "symmetric": _("is the same from both ends"),
    "takes_place": _("takes place"),
}
NUMBERS = {
    "breadth_rank": _("rank, from everyone to the owner"),
    "days": _("days between updates"),
    "default_min_cell": _("smallest count to be given"),
    "delinquent_after": _("days of grace until delinquent"),
    "delinquent_at_age": _("days since the last update until delinquent"),
    "openness_rank": _("rank, from open to closed"),
    "overdue_after": _("days of grace until overdue"),
    "overdue_at_age": _("days since the last update until overdue"),
    "rank": _("rank"),
    "typical_minutes": _("usual minutes"),
    "usual_months": _("usual months"),
}
KEYS = {
    "counts_as": (_("counts as barrier"), "barrier_kinds"),
    "default_sensitivity": (_("usual sensitivity"), "sensitivity"),
    "finest_geography": (_("finest geography"), "geography_levels"),
    "owner_sector": (_("sector that usually holds it"), "sectors"),
    "usual_output": (_("usual output"), "output_kinds"),
    "usual_public_rung": (_("usual form for the public"), "sharing_rungs"),
    "widest_audience": (_("widest audience"), "audiences"),
}
TEXTS = {
    "alpha_3": _("ISO 3166-1 code of three letters"),
    "example_en": _("example, in English"),
    "extension": _("file extension"),
    "inverse_label_en": _("English label from the other end"),
    "inverse_label_fr": _("French label from the other end"),
    "inverse_label_ar": _("Arabic label from the other end"),
    "next_step_en": _("what one can do, in English"),
    "next_step_fr": _("what one can do, in French"),
    "next_step_ar": _("what one can do, in Arabic"),
    "steward": _("kept by"),
    "version": _("version"),
}

COLUMNS = {
    **{name: Column(Type.FLAG, label) for name, label in FLAGS.items()},
    **{name: Column(Type.NUMBER, label) for name, label in NUMBERS.items()},
    **{name: Column(Type.KEY, label, target) for name, (label, target) in KEYS.items()},
    **{name: Column(Type.TEXT, label) for name, label in TEXTS.items()},
    "next_states": Column(Type.KEYS, _("states that may follow")),
}

# On these hangs how many must agree before somebody gets a right: administrators alone change them of a term in use.
GUARDED = ("is_authority",)

# Columns that are words for people: editable also where the vocabulary's terms are known to code.
WORDS = ("inverse_label_en", "inverse_label_fr", "inverse_label_ar")
