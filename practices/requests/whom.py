"""Who answers a request: the owner of what is asked for, and who keeps it."""

from dataclasses import dataclass

from portal.directory.models import Organisation
from practices.holdings.models import DataHoldingPage
from practices.holdings.reading import OWNS
from practices.holdings.row import KEEPS
from practices.requests.enums import Subject

USUAL_DAYS = 14
"""Until when an answer is due where the entry names no usual time."""


@dataclass(frozen=True)
class Asked:
    """Who is asked, and after how many days an answer is due."""

    owner: Organisation | None = None
    keeper: Organisation | None = None
    days: int = USUAL_DAYS

    @property
    def keys(self) -> set[int]:
        """Their primary keys: nobody asks in the name of these."""
        return {party.pk for party in (self.owner, self.keeper) if party}

    @property
    def is_somebody(self):
        return bool(self.owner or self.keeper)


def asked_for_details(identity) -> Asked:
    """To read an entry, those who own and keep the entry are asked."""
    return Asked(identity.owner, identity.custodian)


def asked_for_data(identity) -> Asked:
    """For data, the owner and the keeper of the data that a holding names, else those of the entry."""
    page = DataHoldingPage.objects.live().filter(translation_key=identity.pk).first()
    if page is None:
        return Asked()
    named = {}
    for row in page.organisations.select_related("organisation", "role"):
        named.setdefault(row.role.key, row.organisation)
    owner = named.get(OWNS) or (None if named.get(KEEPS) else identity.owner)
    return Asked(owner, named.get(KEEPS) or identity.custodian, page.usual_answer_days or USUAL_DAYS)


def asked(subject, identity=None, organisation=None) -> Asked:
    """Who is asked for details or data of an entry, or for data that no entry lists."""
    if identity is None:
        return Asked(owner=organisation)
    return asked_for_details(identity) if subject == Subject.DETAILS else asked_for_data(identity)
