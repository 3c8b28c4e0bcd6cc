"""How it ends: taken back by either side, without an answer, by time; and what becomes of data handed over."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.access.enums import Action
from portal.access.policy import can
from portal.directory.models import Membership
from practices.requests import services
from practices.requests.day import do_the_day
from practices.requests.enums import Channel, State, Subject
from practices.requests.models import DataRequest
from tests.factories.mails import mails_to
from tests.factories.needs import make_holding
from tests.factories.people import OrganisationFactory
from tests.factories.requests import Scene, soon

pytestmark = pytest.mark.django_db


class HoldingScene(Scene):
    """The same with a data holding."""

    def make_page(self):
        return make_holding()


def reads(user, scene):
    return can(type(user).objects.get(pk=user.pk), Action.READ, scene.identity)


def later(days):
    return timezone.now() + timedelta(days=days)


def state_of(request):
    return DataRequest.objects.get(pk=request.pk).state


def test_who_gave_it_takes_it_back_at_once():
    scene = Scene()
    request = services.approve(request=scene.ask(), by=scene.owners_point)
    assert reads(scene.asker, scene)

    with pytest.raises(ValidationError):
        services.revoke(request=request, by=scene.owners_point, note=" ")
    services.revoke(request=request, by=scene.owners_point, note="The figures have changed.")

    assert (state_of(request), reads(scene.asker, scene)) == (State.REVOKED, False)


@pytest.mark.parametrize(("person", "may"), [("asker", True), ("askers_point", True), ("owners_point", False)])
def test_who_asks_takes_it_back(person, may):
    scene = Scene()
    request = scene.ask()

    if may:
        services.take_back(request=request, by=getattr(scene, person))
    else:
        with pytest.raises(PermissionDenied):
            services.take_back(request=request, by=getattr(scene, person))

    assert state_of(request) == (State.WITHDRAWN if may else State.SUBMITTED)


def test_silence_is_an_answer_two_weeks_after_it_was_due():
    scene = Scene()
    request, point = scene.ask(), scene.owners_point
    due = (request.answer_due_on - timezone.localdate()).days

    states = {}
    for days in (due - 1, due + 14, due + 15):
        do_the_day(later(days))
        states[days - due] = state_of(request)

    assert states == {-1: State.SUBMITTED, 14: State.SUBMITTED, 15: State.NO_ANSWER}
    assert mails_to(point.email) == ["request_asked", "request_step"]


def test_what_waits_for_who_asked_is_not_silence():
    scene = Scene()
    request = scene.ask()
    services.ask_more(request=request, by=scene.owners_point, note="Which districts?")

    do_the_day(later(59))
    assert state_of(request) == State.MORE_INFORMATION
    do_the_day(later(62))

    assert (state_of(request), request.steps.last().way) == (State.WITHDRAWN, "clock")


def test_details_close_on_the_day_and_the_request_says_so():
    scene = Scene()
    request = services.approve(request=scene.ask(until=soon(5)), by=scene.owners_point)

    do_the_day(later(4))
    assert state_of(request) == State.APPROVED
    do_the_day(later(7))

    assert state_of(request) == State.EXPIRED


def test_data_are_handed_over_received_and_destroyed_in_this_order():
    scene = HoldingScene()
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point)
    today = timezone.localdate()
    assert request.grant is None

    with pytest.raises(PermissionDenied):
        services.confirm_received(request=request, by=scene.asker, received_on=today)
    services.hand_over(
        request=request, by=scene.owners_point, delivered_on=today, channel=Channel.DEVICE, keep_until=soon(40)
    )
    services.confirm_received(request=request, by=scene.asker, received_on=today)
    services.confirm_destroyed(request=request, by=scene.askers_point, destroyed_on=today)
    with pytest.raises(PermissionDenied):
        services.confirm_destroyed(request=request, by=scene.askers_point, destroyed_on=today)
    do_the_day()

    assert [step.act for step in request.steps.all()] == ["send", "approve", "deliver", "receive", "destroy", "expire"]
    assert state_of(request) == State.EXPIRED


def test_who_has_data_is_reminded_before_and_after_the_day_once_each():
    scene = HoldingScene()
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point)
    today = timezone.localdate()
    services.hand_over(
        request=request, by=scene.owners_point, delivered_on=today, channel=Channel.DEVICE, keep_until=soon(40)
    )

    for days in (5, 11, 12, 34, 41, 48, 60):
        do_the_day(later(days))

    assert mails_to(scene.asker.email).count("request_keep") == 4


@pytest.mark.parametrize(
    ("delivered", "keep", "name"), [(1, 40, "delivered_on"), (0, 0, "keep_until"), (-3, -4, "keep_until")]
)
def test_days_that_cannot_be_are_refused(delivered, keep, name):
    scene = HoldingScene()
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point)

    with pytest.raises(ValidationError) as refused:
        services.hand_over(
            request=request, by=scene.owners_point, delivered_on=soon(delivered), channel=Channel.DEVICE,
            keep_until=soon(keep),
        )  # fmt: skip

    assert set(refused.value.error_dict) == {name}


def test_who_leaves_the_organisation_reads_no_more_on_the_next_page():
    scene = Scene()
    services.approve(request=scene.ask(), by=scene.owners_point)
    assert reads(scene.asker, scene)

    Membership.objects.filter(member__user=scene.asker).update(is_active=False)
    Membership.objects.create(member=scene.asker.member, organisation=OrganisationFactory())

    assert not reads(scene.asker, scene)
