"""Partnership ideas, and the people around them."""

from datetime import date

from django.utils import timezone

from portal.records.models import RecordOrganisation
from portal.taxonomy.models import ParticipantRole
from practices.partnerships.models import IdeaJoin, IdeaPage, IdeaStep
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

STEP_DUE = date(timezone.localdate().year + 2, 1, 1)


def make_idea(title="An idea", partners=(), joins=(), steps=(), **fields):
    """A published idea; `partners` are organisations, `joins` pages, `steps` pairs of a text and a date or None."""
    rows = {
        "organisations": [partner(each) for each in partners],
        "joins": [IdeaJoin(target_id=page.key) for page in joins],
        "steps": [IdeaStep(text=text, due_on=due_on) for text, due_on in steps],
    }
    return make_record(IdeaPage, title=title, **rows | fields)


def partner(organisation, role="partner"):
    return RecordOrganisation(organisation=organisation, role=ParticipantRole.objects.get(key=role))


class IdeaScene:
    """An idea of one organisation that names another one as a partner, and who speaks for whom."""

    def __init__(self, **fields):
        self.own, self.partner = OrganisationFactory(name_en="Our own"), OrganisationFactory(name_en="The partner")
        self.author = member_of(self.own)
        self.owners_point = member_of(self.own, focal_point=True)
        self.partners_point = member_of(self.partner, focal_point=True)
        self.partners_member = member_of(self.partner)
        self.stranger = member_of(OrganisationFactory())
        self.page = make_idea("One form", partners=[self.partner], steps=[("Agree fields", STEP_DUE)], **fields)
        identity = self.page.identity
        decide(
            self.page, listed_to=identity.listed_to, details_to=identity.details_to, owner=self.own, custodian=self.own
        )
        identity.contributors.add(self.author)

    @property
    def identity(self):
        return self.page.identity
