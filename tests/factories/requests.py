"""A request and all who stand around it: who asks, who owns, who keeps, colleagues, strangers, editors."""

from datetime import timedelta
from functools import cached_property

from django.utils import timezone

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.taxonomy.models import Country, DataKind, DecisionPurpose, SharingRung, WithholdingReason
from practices.requests import services
from practices.requests.enums import Act, State, Subject
from practices.requests.models import DataRequest, RequestStep
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record


def soon(days=60):
    """A day in the future (a date)."""
    return timezone.localdate() + timedelta(days=days)


def wording(**changed):
    """What somebody says in a request."""
    return {
        "part": "Areas cleared since 2015",
        "form": SharingRung.objects.get(key="adm2_count"),
        "purpose": DecisionPurpose.objects.get(key="site_shelter_planning"),
        "decision": "Which camp is extended first",
        "until": soon(),
        "readers": "Two analysts",
        "safekeeping": "Encrypted",
        **changed,
    }


def reason(key="no_legal_basis"):
    return WithholdingReason.objects.get(key=key)


class Scene:
    """An entry with a card for members whose details are for its owner: by its parts, made when first used.

    `is_owned` false: nobody but a keeper is known. `same` true: owner and keeper are one.
    """

    def __init__(self, *, is_owned=True, is_kept=True):
        self.owner = OrganisationFactory() if is_owned else None
        self.keeper = OrganisationFactory() if is_kept else None
        self.asking = OrganisationFactory()
        self.page = self.make_page()
        decide(self.page, listed_to=Level.MEMBERS, details_to=Level.OWNER, owner=self.owner, custodian=self.keeper)

    def make_page(self):
        return make_record(CaseStudyPage, title="Warehouses")

    @property
    def identity(self):
        return self.page.identity

    @cached_property
    def asker(self):
        return member_of(self.asking)

    @cached_property
    def askers_point(self):
        return member_of(self.asking, focal_point=True)

    @cached_property
    def colleague(self):
        return member_of(self.asking)

    @cached_property
    def owners_point(self):
        return member_of(self.owner, focal_point=True)

    @cached_property
    def keepers_point(self):
        return member_of(self.keeper, focal_point=True)

    @cached_property
    def owners_member(self):
        return member_of(self.owner)

    @cached_property
    def stranger(self):
        return member_of(OrganisationFactory(), focal_point=True)

    @cached_property
    def editor(self):
        return editor()

    def ask(self, subject=Subject.DETAILS, **said):
        """A request of `asker`, sent."""
        about = {"about": self.identity}
        return services.ask(by=self.asker, subject=subject, asked_for=self.asking, **about, **wording(**said))


def refused(holder, *, at, why="no_legal_basis", kinds=("eo_accident",), countries=("irq",), asked_for=None, **fields):
    """A request that `holder`, an organisation, refused `at` a moment for a reason (its key), None for no answer."""
    request = DataRequest.objects.create(
        **{"subject": Subject.DATA, "to_owner": holder, "asked_for": asked_for or OrganisationFactory(), **fields},
        state=State.REFUSED if why else State.NO_ANSWER, state_since=at, answer_due_on=at.date(), **wording(),
    )  # fmt: skip
    request.data_kinds.set(DataKind.objects.filter(key__in=kinds))
    request.countries.set(Country.objects.filter(key__in=countries))
    act, given = (Act.REFUSE, reason(why)) if why else (Act.NO_ANSWER, None)
    RequestStep.objects.create(request=request, act=act, state=request.state, reason=given, at=at)
    return request
