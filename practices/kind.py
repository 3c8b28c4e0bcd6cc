"""What search, lists, pages and tests know of practices: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.core.languages import enumerated
from portal.records.fields import RecordField, RowFact, Weight
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.models import PracticePage
from practices.short_form import SHORT


def row(page):
    """The RowFacts of a practice: the barriers it answers (the problem stands in its summary)."""
    barriers = enumerated(barrier.label for barrier in page.answers_barriers.all())
    return [RowFact(_("Answers"), barriers, Zone.DETAILS)] if barriers else []


def _details(name, label, weight=Weight.BODY, facet=""):
    return RecordField(name, label, Zone.DETAILS, weight, facet)


PRACTICE = Kind(
    key="practice",
    prefix="GP",
    label=_("Practice"),
    label_plural=_("Practices"),
    icon="practice",
    model=PracticePage,
    index_path="practices",
    fields=(
        *shared_fields(owner=_("owner of this text"), custodian=_("text kept by")),
        _details("problem", _("problem"), Weight.SUMMARY),
        _details("when_to_use", _("when to use it")),
        _details("when_not", _("when not to use it")),
        _details("steps", _("steps")),
        _details("preconditions", _("before you begin")),
        _details("roles", _("who does what")),
        _details("effort", _("effort")),
        _details("risks", _("risks")),
        _details("safeguards", _("safeguards")),
        _details("standards", _("standards"), facet="standard"),
        _details("standards_note", _("further standards, in words")),
        _details("answers_barriers", _("barriers that it answers"), facet="barrier"),
        _details("templates", _("templates to download"), Weight.NONE),
    ),
    row=row,
    not_in_table=NOT_IN_TABLE,
    short=SHORT,
)
