"""Whatever people do with data that were handed over, in whichever order and on whichever day: they are kept no longer
than somebody who may decide has said, never longer than was asked, and nobody decides that for themselves."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practices.agreements.ending import end_agreement
from practices.requests import services
from practices.requests.day import do_the_day
from practices.requests.enums import GIVEN, Act, Channel, State, Subject, Way
from practices.requests.models import Approval, DataRequest, HandedOver
from practices.requests.services import Letter
from tests.access.clock import standing
from tests.factories.agreements import make_agreement
from tests.factories.needs import make_holding
from tests.factories.requests import Scene, soon

pytestmark = pytest.mark.django_db
PEOPLE = ("asker", "askers_point", "owners_point", "keepers_point", "stranger", "editor")
LETTER = Letter("DG/2026/114", timezone.localdate())


class HoldingScene(Scene):
    """The same with a data holding."""

    def make_page(self):
        return make_holding()


def confirmed(scene, request, by):
    if approval := Approval.objects.filter(request=request).first():
        services.confirm(approval=approval, by=by)


def of(act, **options):
    return lambda scene, request, by: act(request=request, by=by, **options)


def today():
    return timezone.localdate()


ACTS = {
    "hand over": lambda scene, request, by: services.hand_over(
        request=request, by=by, delivered_on=today(), channel=Channel.DEVICE, keep_until=today() + timedelta(days=20)
    ),
    "receive": lambda scene, request, by: services.confirm_received(request=request, by=by, received_on=today()),
    "destroy": lambda scene, request, by: services.confirm_destroyed(request=request, by=by, destroyed_on=today()),
    "ask longer": lambda scene, request, by: services.ask_longer(
        request=request, by=by, until=today() + timedelta(days=50), note="Put off."
    ),
    "lengthen": of(services.lengthen),
    "lengthen by letter": of(services.lengthen, letter=LETTER),
    "lengthen by mail": of(services.lengthen, way=Way.MAIL, letter=LETTER),
    "confirm": confirmed,
    "not longer": of(services.refuse_longer, note="No.", letter=LETTER),
    "revoke": of(services.revoke, note="Changed."),
    "end the agreement": lambda scene, request, by: end_agreement(
        identity=scene.agreement.identity, by=by, reason="It is over."
    ),
    "the day": lambda scene, request, by: do_the_day(),
}
LIKELY = [
    ("hand over", "owners_point"), ("receive", "asker"), ("ask longer", "asker"), ("ask longer", "asker"),
    ("lengthen", "owners_point"), ("lengthen by letter", "keepers_point"), ("lengthen by mail", "owners_point"),
    ("confirm", "owners_point"), ("not longer", "owners_point"), ("the day", "editor"),
]  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(LIKELY) | st.tuples(st.sampled_from([*ACTS]), st.sampled_from(PEOPLE)),
        st.sampled_from((0, 0, 0, 1, 15)),
    ),
    max_size=9,
)


@pytest.fixture(params=[False, True], ids=["on its own", "on an agreement"])
def scene(request):
    made = HoldingScene()
    for name in PEOPLE:
        assert getattr(made, name)
    made.agreement = make_agreement(parties=[made.owner, made.asking], ends_on=soon(45))
    on = {"agreement": made.agreement.identity} if request.param else {}
    made.last = soon(45) if request.param else None
    made.request = services.approve(request=made.ask(Subject.DATA, until=soon(40)), by=made.owners_point, **on)
    return made


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_data_are_kept_as_long_as_was_said_and_no_longer(scene, steps):
    with transaction.atomic():
        now, before = timezone.now(), None
        for (act, name), days in [(("hand over", "owners_point"), 0), *steps]:
            now += timedelta(days=days)
            with standing(now):
                _do(scene, act, name)
                before = _check(scene, before, (act, name))
        transaction.set_rollback(True)


def _do(scene, act, name):
    user = type(getattr(scene, name)).objects.get(pk=getattr(scene, name).pk)
    request = DataRequest.objects.get(pk=scene.request.pk)
    with suppress(PermissionDenied, ValidationError), transaction.atomic():
        ACTS[act](scene, request, user)


def _check(scene, before, done):
    handed = HandedOver.objects.select_related("request").get()
    request, steps = handed.request, list(handed.request.steps.order_by("pk"))
    if before and handed.keep_until != before[0]:
        assert done[1] in ("owners_point", "keepers_point"), "prolonged by who does not decide"
        assert handed.keep_until == steps[-1].until
        assert steps[-1].act == Act.LENGTHEN
        assert before[0] < handed.keep_until <= before[1], "longer than was asked"
    if done[1] == "keepers_point" and before and handed.keep_until != before[0]:
        assert steps[-1].letter_number
    assert handed.keep_until <= request.given_until
    assert scene.last is None or request.agreement_id is None or handed.keep_until <= scene.last
    is_wished = handed.wanted_until is not None
    assert not is_wished or (request.state in GIVEN and handed.destroyed_on is None)
    assert is_wished or not Approval.objects.filter(request=request).exists()
    assert handed.destroyed_on is None or request.state in (*GIVEN, State.EXPIRED, State.REVOKED)
    return handed.keep_until, handed.wanted_until


@pytest.mark.parametrize(
    ("steps", "days"),
    [
        ([("ask longer", "asker"), ("lengthen", "owners_point")], 50),
        ([("ask longer", "askers_point"), ("lengthen by letter", "keepers_point")], 50),
        ([("ask longer", "asker"), ("lengthen by mail", "owners_point"), ("confirm", "owners_point")], 50),
        ([("ask longer", "asker"), ("lengthen by mail", "owners_point"), ("confirm", "asker")], 20),
        ([("ask longer", "asker"), ("lengthen", "asker")], 20),
        ([("ask longer", "asker"), ("not longer", "owners_point"), ("lengthen", "owners_point")], 20),
        ([("ask longer", "asker"), ("revoke", "owners_point"), ("lengthen", "owners_point")], 20),
    ],
)
def test_the_ways_that_prolong_it_are_among_those_that_are_tried(steps, days):
    scene = HoldingScene()
    scene.request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point)
    for act, name in [("hand over", "owners_point"), ("receive", "asker"), *steps]:
        _do(scene, act, name)

    assert HandedOver.objects.get().keep_until == soon(days)
