"""Whatever people do with requests, in whichever order and on whichever day: nobody reads the details without a grant
that runs, no grant is there that was not asked for and approved, and no one person alone widens what is not theirs."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.access.enums import Action, Relation
from portal.access.models import AuditEntry, Grant
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.access.relations import stands_in
from portal.access.resting import running
from portal.access.services import restrict_access, withdraw_record
from portal.directory.models import Membership
from practices.agreements.ending import end_agreement
from practices.requests import services
from practices.requests.day import do_the_day
from practices.requests.enums import GIVEN, OPEN, State, Way
from practices.requests.models import Approval, DataRequest
from practices.requests.services import Letter
from tests.access.clock import standing
from tests.factories.agreements import make_agreement
from tests.factories.requests import Scene, reason, soon, wording

pytestmark = pytest.mark.django_db
PEOPLE = (
    "asker", "askers_point", "colleague", "owners_point", "owners_member", "keepers_point", "stranger", "editor",
)  # fmt: skip
LETTER = Letter("DG/2026/114", timezone.localdate())


def of_approval(act, **options):
    """An act on the approval that waits, if one does."""

    def done(scene, request, by):
        if approval := Approval.objects.filter(request=request).first():
            act(approval=approval, by=by, **options)

    return done


def of_request(act, **options):
    return lambda scene, request, by: act(request=request, by=by, **options)


ACTS = {
    "ask": lambda scene, request, by: services.ask(
        by=by, subject="details", asked_for=scene.asking, about=scene.identity, **scene.said
    ),
    "advise": of_request(services.advise, note="Yes, but"),
    "ask more": of_request(services.ask_more, note="Which?"),
    "answer": of_request(services.answer, note="These."),
    "forward": of_request(services.forward),
    "approve": of_request(services.approve),
    "approve by letter": of_request(services.approve, letter=LETTER),
    "approve by mail": of_request(services.approve, way=Way.MAIL, letter=LETTER),
    "approve on an agreement": lambda scene, request, by: services.approve(
        request=request, by=by, letter=LETTER, agreement=scene.agreement.identity
    ),
    "confirm": of_approval(services.confirm),
    "agree": of_approval(services.agree, agrees=True),
    "do not agree": of_approval(services.agree, agrees=False),
    "refuse": lambda scene, request, by: services.refuse(request=request, by=by, reason=scene.reason),
    "take back": of_request(services.take_back),
    "revoke": of_request(services.revoke, note="Changed."),
    "end the agreement": lambda scene, request, by: end_agreement(
        identity=scene.agreement.identity, by=by, reason="It is over."
    ),
    "restrict": lambda scene, request, by: restrict_access(
        identity=scene.identity, by=by, listed_to="owner_organisation", details_to="owner_organisation"
    ),
    "withdraw": lambda scene, request, by: withdraw_record(identity=scene.identity, by=by, reason="Wrong."),
    "leave": lambda scene, request, by: Membership.objects.filter(member__user=by).update(is_active=False),
    "the day": lambda scene, request, by: do_the_day(),
}
APPROVALS = ("approve", "approve by letter", "approve by mail", "approve on an agreement")
LIKELY = [
    *((act, who) for act in APPROVALS for who in ("owners_point", "keepers_point")),
    *(("confirm", who) for who in ("owners_point", "keepers_point")),
    *((act, "editor") for act in ("agree", "agree", "do not agree")),
    ("ask more", "owners_point"), ("answer", "asker"), ("forward", "keepers_point"), ("ask", "asker"),
    ("revoke", "owners_point"), ("end the agreement", "owners_point"), ("the day", "editor"),
]  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(LIKELY) | st.tuples(st.sampled_from([*ACTS]), st.sampled_from(PEOPLE)),
        st.sampled_from((0, 0, 0, 0, 1, 10, 40)),
    ),
    max_size=10,
)


@pytest.fixture(params=[True, False], ids=["owned", "kept only"])
def scene(request):
    return made_scene(request.param)


def made_scene(is_owned):
    made = Scene(is_owned=is_owned)
    made.reason = reason()
    if not is_owned:
        made.owners_point = made.owners_member = made.stranger
    for name in PEOPLE:
        getattr(made, name)
    parties = [each for each in (made.owner, made.keeper, made.asking) if each]
    made.agreement = make_agreement(parties=parties, ends_on=soon(20))
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_no_way_leads_to_reading_without_a_grant_that_runs(scene, steps):
    with transaction.atomic():
        now = timezone.now()
        for (act, name), days in [(("ask", "asker"), 0), *steps]:
            now += timedelta(days=days)
            with standing(now):
                scene.said = said_on(now)
                _do(scene, act, name)
                _check(scene, now)
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("steps", "is_read"),
    [
        ([("approve", "owners_point")], True),
        ([("approve on an agreement", "owners_point")], True),
        ([("approve by mail", "owners_point"), ("confirm", "owners_point")], True),
        ([("approve by letter", "keepers_point"), ("agree", "editor")], True),
        ([("approve by mail", "keepers_point"), ("confirm", "keepers_point"), ("agree", "editor")], True),
        ([("approve", "owners_point"), ("revoke", "owners_point")], False),
        ([("approve on an agreement", "owners_point"), ("end the agreement", "owners_point")], False),
        ([("approve", "owners_point"), ("leave", "asker")], False),
    ],
)
def test_the_ways_that_open_it_are_among_those_that_are_tried(steps, is_read):
    scene = made_scene(is_owned=True)
    scene.said = said_on(timezone.now())
    for act, name in [("ask", "asker"), *steps]:
        _do(scene, act, name)

    assert can(fresh(scene.asker), Action.READ, scene.identity) is is_read


def said_on(now):
    return wording(until=timezone.localdate(now) + timedelta(days=30))


def fresh(user):
    return type(user).objects.get(pk=user.pk)


def _do(scene, act, name):
    request = DataRequest.objects.order_by("-asked_at", "pk").first()
    if act != "ask" and request is None:
        return
    with suppress(PermissionDenied, ValidationError), transaction.atomic():
        ACTS[act](scene, request, fresh(getattr(scene, name)))


def _check(scene, now):
    identity = scene.identity
    for name in PEOPLE:
        user = fresh(getattr(scene, name))
        has_a_right = stands_in(reader_of(user), identity, {Relation.OWNER, Relation.KEEPER, Relation.EDITOR})
        if can(user, Action.READ, identity) and not has_a_right:
            assert any(_runs_for(grant, user, now) for grant in Grant.objects.all()), f"{name} reads without a grant"
    for grant in Grant.objects.all():
        _check_grant(scene, grant)
    for request in DataRequest.objects.all():
        _check_request(request)


def _runs_for(grant, user, now):
    is_theirs = grant.user_id == user.pk or grant.organisation_id in reader_of(user).organisation_ids
    rests = grant.agreement is None or running(grant.agreement) is not None
    is_theirs &= grant.within is None or grant.within_id in reader_of(user).organisation_ids
    return is_theirs and rests and grant.ended_at is None and grant.starts_at <= now < grant.until


def _check_grant(scene, grant):
    request = grant.data_request
    assert GIVEN & {step.state for step in request.steps.all()}, "a grant without an approval"
    assert grant.given_by_id != request.asked_by_id
    log = AuditEntry.objects.get(action="grant given", detail__grant=grant.pk)
    owner = scene.owner is not None and grant.given_by_id == scene.owners_point.pk
    second = log.detail.get("second")
    assert owner or (second == scene.editor.pk != grant.given_by_id)


def _check_request(request):
    if request.state in OPEN:
        assert request.grant is None
    if request.state in GIVEN:
        assert request.grant is not None
    if request.state in (State.REVOKED, State.EXPIRED):
        grant = request.grant
        assert grant.ended_at is not None or grant.until <= timezone.now()
