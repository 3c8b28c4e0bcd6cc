"""Whose turn it is, until when, and what becomes of it: nobody is blamed for a silence that is not theirs."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.access.services import withdraw_record
from portal.directory.models import Membership
from practices.requests import services
from practices.requests.day import do_the_day
from practices.requests.enums import Channel, State, Subject
from practices.requests.lists import progress_for, to_answer
from practices.requests.models import Approval, DataRequest
from practices.requests.services import Letter
from tests.access.clock import standing
from tests.factories.agreements import make_agreement
from tests.factories.mails import mails_to
from tests.factories.needs import make_holding
from tests.factories.people import member_of
from tests.factories.requests import Scene, reason, soon

pytestmark = pytest.mark.django_db
LETTER = Letter("DG/2026/114", timezone.localdate())


class HoldingScene(Scene):
    """The same with a data holding."""

    def make_page(self):
        return make_holding()


@pytest.fixture
def scene():
    made = Scene()
    assert made.owners_point
    return made


def later(days):
    return timezone.now() + timedelta(days=days)


def state_of(request):
    return DataRequest.objects.get(pk=request.pk).state


def fresh(user):
    return type(user).objects.get(pk=user.pk)


def deputy_of(organisation):
    user = member_of(organisation, focal_point=True)
    Membership.objects.filter(member__user=user).update(is_deputy=True)
    return user


@pytest.mark.parametrize("act", ["answer", "forward"])
def test_who_is_asked_has_as_long_again_when_it_is_their_turn_again(scene, act):
    request = scene.ask()
    with standing(later(27)):
        if act == "answer":
            services.ask_more(request=request, by=scene.owners_point, note="Which?")
            services.answer(request=request, by=scene.asker, note="These.")
        else:
            services.forward(request=request, by=scene.keepers_point)

    do_the_day(later(40))
    assert state_of(request) in (State.SUBMITTED, State.WITH_OWNER)
    do_the_day(later(27 + 14 + 15))

    assert state_of(request) == State.NO_ANSWER


def test_what_was_put_to_the_owner_stays_with_them_when_more_was_asked(scene):
    request = scene.ask()
    services.forward(request=request, by=scene.keepers_point)
    services.ask_more(request=request, by=scene.owners_point, note="Which?")
    services.answer(request=request, by=scene.asker, note="These.")

    assert state_of(request) == State.WITH_OWNER


def test_what_waits_for_a_second_person_is_no_silence_of_who_approved():
    scene = Scene(is_owned=False)
    request = services.approve(request=scene.ask(until=soon(200)), by=scene.keepers_point)

    do_the_day(later(60))

    assert (state_of(request), Approval.objects.count()) == (State.SUBMITTED, 1)
    assert list(to_answer(fresh(scene.keepers_point))) == []


def test_who_approved_hears_that_the_second_person_did_not_agree():
    scene = Scene(is_owned=False)
    request = services.approve(request=scene.ask(), by=scene.keepers_point)

    services.agree(approval=Approval.objects.get(), by=scene.editor, agrees=False)

    assert request.steps.last().act == "disagree"
    assert mails_to(scene.keepers_point.email)[-1] == "request_step"
    assert list(to_answer(fresh(scene.keepers_point))) == [request]


def test_of_a_withdrawn_entry_nothing_is_approved_and_what_was_given_is_taken_back(scene):
    first, second = scene.ask(), scene.ask()
    services.approve(request=first, by=scene.owners_point)
    withdraw_record(identity=scene.identity, by=scene.owners_point, reason="Wrong.")

    with pytest.raises(ValidationError) as refused:
        services.approve(request=second, by=fresh(scene.owners_point))
    assert "cannot be opened" in refused.value.messages[0]
    services.revoke(request=first, by=fresh(scene.owners_point), note="It was wrong.")

    assert state_of(first) == State.REVOKED
    assert DataRequest.objects.get(pk=first.pk).grant.ended_at is not None


def test_data_that_are_out_there_can_be_destroyed_after_it_was_taken_back():
    scene = HoldingScene()
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point)
    today = timezone.localdate()
    handed = {"delivered_on": today, "channel": Channel.DEVICE, "keep_until": soon(40)}
    services.hand_over(request=request, by=scene.owners_point, **handed)
    services.revoke(request=request, by=scene.owners_point, note="Changed.")

    services.confirm_received(request=request, by=scene.asker, received_on=today)
    services.confirm_destroyed(request=request, by=scene.asker, destroyed_on=today)

    assert (state_of(request), request.steps.last().act) == (State.REVOKED, "destroy")


def test_data_are_kept_no_longer_than_was_approved():
    scene = HoldingScene()
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point, until=soon(10))
    handed = {"delivered_on": timezone.localdate(), "channel": Channel.DEVICE}

    with pytest.raises(ValidationError) as refused:
        services.hand_over(request=request, by=scene.owners_point, keep_until=soon(11), **handed)

    assert set(refused.value.error_dict) == {"keep_until"}
    assert request.given_until == soon(10)


def test_data_that_were_never_handed_over_are_over_on_the_day():
    scene = HoldingScene()
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point, until=soon(10))

    do_the_day(later(9))
    assert state_of(request) == State.APPROVED_CONDITIONALLY
    do_the_day(later(12))

    assert state_of(request) == State.EXPIRED


def test_when_who_asked_has_left_their_organisation_answers_and_hears(scene):
    request = scene.ask()
    assert scene.askers_point
    Membership.objects.filter(member__user=scene.asker).update(is_active=False)

    services.ask_more(request=request, by=scene.owners_point, note="Which?")
    services.answer(request=request, by=fresh(scene.askers_point), note="These.")

    assert mails_to(scene.askers_point.email) == ["request_step"]
    assert mails_to(scene.asker.email) == []
    assert state_of(request) == State.SUBMITTED


def test_an_owner_who_has_deputies_only_hears_at_once_whoever_the_keeper_has():
    scene = Scene()
    deputy = deputy_of(scene.owner)
    assert scene.keepers_point

    scene.ask()

    assert mails_to(deputy.email) == ["request_asked"]


def test_editors_see_where_nobody_speaks_for_who_is_asked(scene):
    other = Scene()
    scene.ask()
    other.ask()

    assert sorted(each.is_unheard for each in progress_for(scene.editor)) == [False, True]


def test_nobody_asks_in_the_name_of_who_keeps_it():
    scene = Scene(is_owned=False)
    insider = member_of(scene.keeper)

    with pytest.raises(PermissionDenied):
        services.ask(by=insider, subject=Subject.DETAILS, asked_for=scene.keeper, about=scene.identity)


def test_who_was_slower_is_told_and_keeps_their_words(scene, client):
    request = scene.ask()
    client.force_login(scene.keepers_point)
    services.refuse(request=request, by=scene.owners_point, reason=reason())

    page = client.post(f"/requests/{request.code}/", {"act": "advise", "decide-note": "Only the districts"})

    assert page.status_code == 409
    assert "Somebody was quicker" in page.text
    assert "Only the districts" in page.text


def test_what_a_keeper_approves_beyond_the_agreement_is_said_to_the_keeper():
    scene = Scene(is_owned=False)
    agreement = make_agreement(parties=[scene.keeper, scene.asking], ends_on=soon(5))

    with pytest.raises(ValidationError) as refused:
        services.approve(request=scene.ask(), by=scene.keepers_point, until=soon(30), agreement=agreement.identity)

    assert set(refused.value.error_dict) == {"until"}
