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
from portal.directory.rights import is_editor
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


def first(request):
    return Approval.objects.filter(request=request).first()


ACTS = {
    "ask": lambda scene, request, by: services.ask(
        by=by, subject="details", asked_for=scene.asking, about=scene.identity, **scene.said
    ),
    "advise": lambda scene, request, by: services.advise(request=request, by=by, note="Yes, but"),
    "ask more": lambda scene, request, by: services.ask_more(request=request, by=by, note="Which?"),
    "answer": lambda scene, request, by: services.answer(request=request, by=by, note="These."),
    "forward": lambda scene, request, by: services.forward(request=request, by=by),
    "approve": lambda scene, request, by: services.approve(request=request, by=by),
    "approve on an agreement": lambda scene, request, by: services.approve(
        request=request, by=by, letter=LETTER, agreement=scene.agreement.identity
    ),
    "end the agreement": lambda scene, request, by: end_agreement(
        identity=scene.agreement.identity, by=by, reason="It is over."
    ),
    "approve by letter": lambda scene, request, by: services.approve(request=request, by=by, letter=LETTER),
    "approve by mail": lambda scene, request, by: services.approve(request=request, by=by, way=Way.MAIL, letter=LETTER),
    "confirm": lambda scene, request, by: services.confirm(approval=first(request), by=by),
    "agree": lambda scene, request, by: services.agree(approval=first(request), by=by, agrees=True),
    "do not agree": lambda scene, request, by: services.agree(approval=first(request), by=by, agrees=False),
    "refuse": lambda scene, request, by: services.refuse(request=request, by=by, reason=scene.reason),
    "take back": lambda scene, request, by: services.take_back(request=request, by=by),
    "revoke": lambda scene, request, by: services.revoke(request=request, by=by, note="Changed."),
    "restrict": lambda scene, request, by: restrict_access(
        identity=scene.identity, by=by, listed_to="owner_organisation", details_to="owner_organisation"
    ),
    "withdraw": lambda scene, request, by: withdraw_record(identity=scene.identity, by=by, reason="Wrong."),
    "the day": lambda scene, request, by: do_the_day(),
}
LIKELY = ["ask", "approve", "approve on an agreement", "approve by letter", "approve by mail", "confirm", "agree"]
STEPS = st.lists(
    st.tuples(
        st.sampled_from([*ACTS, *LIKELY, *LIKELY]),
        st.sampled_from([*PEOPLE, "asker", "owners_point", "keepers_point", "editor"]),
        st.sampled_from((0, 0, 0, 1, 10, 40, 70)),
    ),
    max_size=12,
)


@pytest.fixture(params=[True, False], ids=["owned", "kept only"])
def scene(request):
    made = Scene(is_owned=request.param)
    made.reason = reason()
    if not request.param:
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
        for act, name, days in steps:
            now += timedelta(days=days)
            with standing(now):
                scene.said = said_on(now)
                _do(scene, act, name)
                _check(scene, now)
        transaction.set_rollback(True)


def said_on(now):
    return wording(until=timezone.localdate(now) + timedelta(days=30))


def fresh(user):
    return type(user).objects.get(pk=user.pk)


def _do(scene, act, name):
    request = DataRequest.objects.order_by("-asked_at", "pk").first()
    if act != "ask" and request is None:
        return
    with suppress(PermissionDenied, ValidationError, AttributeError), transaction.atomic():
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
    return is_theirs and rests and grant.ended_at is None and grant.starts_at <= now < grant.until


def _check_grant(scene, grant):
    request = grant.data_request
    assert State.APPROVED in {step.state for step in request.steps.all()}, "a grant without an approval"
    assert grant.given_by_id != request.asked_by_id
    log = AuditEntry.objects.get(action="grant given", detail__grant=grant.pk)
    owner = scene.owner is not None and scene.owner.pk in reader_of(fresh(grant.given_by)).focal_ids
    second = log.detail.get("second")
    assert owner or (second != grant.given_by_id and is_editor(fresh(scene.editor)) and second == scene.editor.pk)


def _check_request(request):
    if request.state in OPEN:
        assert request.grant is None
    if request.state in GIVEN:
        assert request.grant is not None
    if request.state in (State.REVOKED, State.EXPIRED):
        grant = request.grant
        assert grant.ended_at is not None or grant.until <= timezone.now()
