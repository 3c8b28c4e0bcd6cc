"""The short form of a need. Who asks is the organisation of who writes, unless they say that others do."""

from portal.records.models import RecordOrganisation
from portal.records.short_forms import ShortForm
from portal.taxonomy.models import ParticipantRole

ASKING = "data_user"


def fill(page, organisation):
    """Where nobody is named who asks, the own organisation does."""
    is_asked = page.organisations.count() or page.asked_by_note or page.asked_by_types.count()
    if organisation and not is_asked:
        role = ParticipantRole.objects.get(key=ASKING)
        page.organisations.set([RecordOrganisation(organisation=organisation, role=role)])


SHORT = ShortForm(
    screens=(
        (("title",), ("decision", "decision_note"), ("data_kinds",), ("countries",)),
        (
            ("coarsest_level", "coarsest_note"),
            ("needed_by", "frequency"),
            ("asked_by_types", "asked_by_note"),
        ),
    ),
    needed=("title", "decision_note", "data_kinds", "countries"),
    fill=fill,
)
