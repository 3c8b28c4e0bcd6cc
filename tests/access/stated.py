"""What organisations and owners of a world say beside the texts of records: coverage of a country, forms of sharing."""

from datetime import UTC, datetime, time
from random import Random

from events.actions.enums import Act
from events.actions.models import ActionUpdate, FollowUpAction
from events.models import EventPage
from events.proceedings.collecting import proceedings_for
from events.proceedings.models import ProceedingsVersion
from events.proceedings.structure import as_values
from portal.access.changes import announce
from portal.access.enums import Zone
from portal.community.enums import Complaint
from portal.community.models import Post, Question, Report
from portal.core import codes
from portal.directory.models import Organisation
from portal.taxonomy.models import Audience, Country, DataKind, DecisionPurpose, IdeaState, SharingRung
from portal.users.models import User
from practices.agreements.enums import AgreementState
from practices.agreements.models import AgreementPage
from practices.coverage.enums import Degree
from practices.coverage.models import CoverageStatement
from practices.holdings.models import SharingStep
from practices.partnerships.models import IdeaChange
from practices.requests.enums import Subject
from practices.requests.models import DataRequest
from tests.access.canaries import named_key
from tests.factories.people import UserFactory, member_of

HERE = "irq"
"""The country in which every organisation works, and every record that is one too many takes place."""
ABOUT = "hazards"
ASKING = "asking@example.org"
SAID = ("source", "note")
REQUESTED = ("part", "decision", "readers", "safekeeping")


def state(world, canaries, today):
    """Each organisation says how well HERE is covered; each holding's owner states a form for everyone."""
    _take_up(FollowUpAction.objects.all(), world.people["editor"])
    for record in world.records.values():
        _ask(world, record, canaries, today)
        _request(record, canaries, today)
        if record.kind.key == "organisation":
            _cover(record, canaries, today)
        if record.kind.key == "holding":
            _share(record, canaries)
        if record.kind.key == "agreement":
            _sign(record)
        if record.kind.key == "idea":
            _move(record, canaries, today)
        if record.kind.key == "event" and record.made.live:
            _freeze(record, world.people["editor"])


def _take_up(actions, by):
    """Proceedings tell of them."""
    updates = [ActionUpdate(action=each, act=Act.OPEN, state=each.state, by=by) for each in actions]
    ActionUpdate.objects.bulk_create(updates)


def _freeze(record, everybody):
    """Proceedings that were published when everybody could read everything: what is told of them now is asked again."""
    values = as_values(proceedings_for(EventPage.objects.get(pk=record.made.pk), everybody))
    ProceedingsVersion.objects.create(event=record.identity, number=1, public=values, members=values, named=values)


def _cover(record, canaries, today):
    said = {name: canaries.token(record.name, f"coverage {name}", Zone.CARD) for name in SAID}
    CoverageStatement.objects.create(
        country=Country.objects.get(key=HERE),
        data_kind=DataKind.objects.get(key=ABOUT),
        degree=Degree.GOOD,
        said_by=record.made,
        said_on=today,
        **said,
    )


def _ask(world, record, canaries, today):
    """Of each record a member asks something, and somebody has reported it: nobody who looks, for what one wrote is
    among one's own data whatever one may read now."""
    asking = _asking()
    moment = datetime.combine(today, time(), UTC)
    question = Question.objects.create(
        key=named_key("question", record.name), identity=record.identity, asked_at=moment
    )
    text = f"{canaries.token(record.name, 'question asked', Zone.DETAILS, for_members=True)} words?"
    post = Post.objects.create(
        key=named_key("post", record.name), question=question, author=asking, text=text,
        language="en", is_question=True, written_at=moment,
    )  # fmt: skip
    Report.objects.create(post=post, complaint=Complaint.OFF_TOPIC, by=asking, at=moment)


def _request(record, canaries, today):
    """Somebody asks for the details of each record: for the eyes of who speaks for its owner or keeper."""
    texts = {
        name: f"{canaries.token(record.name, f'request {name}', None, for_sides=True)} words" for name in REQUESTED
    }
    codes.source = Random(f"request {record.name}")
    DataRequest.objects.create(
        key=named_key("request", record.name), subject=Subject.DETAILS, about=record.identity,
        to_owner=record.identity.owner, to_keeper=record.identity.custodian, asked_by=_asking(),
        asked_for=_asking_organisation(), form=SharingRung.objects.get(key="adm2_count"),
        purpose=DecisionPurpose.objects.get(key="training"), until=today, answer_due_on=today, **texts,
    )  # fmt: skip


def _asking_organisation():
    return Organisation.objects.get(name_en="The other organisation")


def _asking():
    found = User.objects.filter(email=ASKING).first()
    return found or member_of(user=UserFactory(email=ASKING), contact_key=named_key("contact", "asking"))


def _sign(record):
    """It is in force, so that there is something to end."""
    AgreementPage.objects.filter(pk=record.made.pk).update(state=AgreementState.SIGNED)
    announce(record.identity.key)


def _move(record, canaries, today):
    """Somebody said how far it is, and why: a detail that no search finds."""
    reason = f"{canaries.token(record.name, 'reason of a step', Zone.DETAILS)} words"
    state = IdeaState.objects.get(key="under_discussion")
    moment = datetime.combine(today, time(), UTC)
    IdeaChange.objects.create(identity=record.identity, state=state, reason=reason, at=moment)
    announce(record.identity.key)


def _share(record, canaries):
    SharingStep.objects.create(
        holding_id=record.made.pk,
        locale=record.made.locale,
        data_kind=DataKind.objects.get(key=ABOUT),
        audience=Audience.objects.get(key="public"),
        rung=SharingRung.objects.get(key="adm2_count"),
        part=f"{canaries.token(record.name, 'stated part', Zone.DETAILS)} words",
        is_stated=True,
        sort_order=9,
    )
