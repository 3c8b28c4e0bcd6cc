"""The short form of a need. Who asks is the organisation of who writes, unless they say that others do."""

from portal.records.models import RecordOrganisation
from portal.records.short_forms import ShortForm
from portal.taxonomy.models import NeedState, ParticipantRole
from practices.needs.states import OPEN, wrong_in

ASKING = "data_user"
WHO_ASKS = "asked_by_types"


def fill(page, organisation):
    """Where nobody is named who asks, the own organisation does; a need of which nobody said how far it is, is open."""
    page.state = page.state or NeedState.objects.get(key=OPEN)
    if organisation and not _is_asked(page):
        role = ParticipantRole.objects.get(key=ASKING)
        page.organisations.set([RecordOrganisation(organisation=organisation, role=role)])


def _is_asked(page):
    return bool(page.organisations.count() or page.asked_by_note or page.asked_by_types.count())


def also_needed(page):
    """Who asks, where neither the own organisation does nor anybody said who."""
    return () if _is_asked(page) else (WHO_ASKS,)


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
    also_needed=also_needed,
    wrong_in=wrong_in,
)
