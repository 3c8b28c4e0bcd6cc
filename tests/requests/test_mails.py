"""What the two sides hear, what stands in it, and what the links in it do: for one person, one request, one purpose."""

import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from portal.access.enums import Action
from portal.access.policy import can
from portal.directory.erasing import erase_account
from portal.directory.models import Membership
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from portal.notifications.sending import send_due
from practices.requests import services
from practices.requests.enums import State
from practices.requests.models import Approval, DataRequest
from practices.requests.services import Letter
from tests.access.clock import standing
from tests.factories.mails import mails_to
from tests.factories.requests import Scene, reason

pytestmark = pytest.mark.django_db
LETTER = Letter("DG/2026/114", timezone.localdate())


def link_in(mail):
    return re.search(r"https?://[^/]+(/\S*requests/(?:answer|confirm)/\S+)", mail.body)[1]


def mail_to(user, kind):
    return mail_of(Notice.objects.filter(user=user, kind=kind).latest("created_at"))


def state_of(request):
    return DataRequest.objects.get(pk=request.pk).state


def reads(user, scene):
    return can(type(user).objects.get(pk=user.pk), Action.READ, scene.identity)


@pytest.fixture
def scene():
    made = Scene()
    assert made.owners_point
    assert made.keepers_point
    return made


def test_each_side_hears_each_step_once(scene):
    request = scene.ask()
    services.ask_more(request=request, by=scene.owners_point, note="Which districts?")
    services.answer(request=request, by=scene.asker, note="Two of them.")
    services.approve(request=request, by=scene.owners_point)

    assert mails_to(scene.owners_point.email) == ["request_asked", "request_asked"]
    assert mails_to(scene.keepers_point.email) == ["request_asked", "request_asked", "request_step"]
    assert mails_to(scene.asker.email) == ["request_step", "access_granted", "request_step"]
    assert mails_to(scene.editor.email) == []


def test_the_mail_to_who_decides_holds_the_request_and_the_outbox_does_not(scene):
    scene.ask(decision="Which camp grows first")

    assert "Which camp grows first" in mail_to(scene.owners_point, "request_asked").body
    assert "camp grows" not in str([notice.facts for notice in Notice.objects.all()])


def test_other_mails_hold_none_of_its_words(scene):
    request = scene.ask(decision="Which camp grows first")
    services.refuse(request=request, by=scene.owners_point, reason=reason("small_numbers"), note="Fourteen people")

    body = mail_to(scene.asker, "request_step").body
    assert "Small numbers" in body
    assert "camp grows" not in body
    assert "Fourteen people" not in body


def test_who_speaks_no_more_for_the_organisation_gets_no_mail(scene, mailoutbox):
    scene.ask()
    Membership.objects.filter(member__user=scene.owners_point).update(is_focal_point=False)

    send_due()

    assert {mail.to[0] for mail in mailoutbox} == {scene.keepers_point.email}


def test_opening_a_link_changes_nothing(scene, client):
    request = scene.ask()
    path = link_in(mail_to(scene.owners_point, "request_asked"))

    for method in (client.get, client.head):
        assert method(path).status_code == 200

    assert (state_of(request), request.steps.count(), Approval.objects.count()) == (State.SUBMITTED, 1, 0)


def test_by_mail_alone_from_the_question_to_the_open_entry(scene, client):
    request = scene.ask()
    answered = client.post(link_in(mail_to(scene.owners_point, "request_asked")), {"act": "approve"})
    assert "your mailbox" in answered.text
    assert (state_of(request), reads(scene.asker, scene)) == (State.SUBMITTED, False)

    confirm = link_in(mail_to(scene.owners_point, "request_confirm"))
    assert client.get(confirm).status_code == 200
    assert not reads(scene.asker, scene)
    client.post(confirm)

    assert (state_of(request), reads(scene.asker, scene)) == (State.APPROVED, True)
    assert client.get(confirm).status_code == 404


def test_what_cannot_hold_any_more_is_said_when_it_is_confirmed(scene, client):
    request = scene.ask()
    client.post(link_in(mail_to(scene.owners_point, "request_asked")), {"act": "approve"})
    Membership.objects.filter(member__user=scene.asker).update(is_active=False)

    page = client.post(link_in(mail_to(scene.owners_point, "request_confirm")))

    assert (page.status_code, state_of(request)) == (409, State.SUBMITTED)
    assert "Nothing was opened" in page.text


def test_a_refusal_by_mail_holds_at_once(scene, client):
    request = scene.ask()
    path = link_in(mail_to(scene.owners_point, "request_asked"))

    wrong = client.post(path, {"act": "refuse", "decide-note": "Typed already"})
    assert (wrong.status_code, state_of(request)) == (400, State.SUBMITTED)
    assert "Typed already" in wrong.text
    client.post(path, {"act": "refuse", "decide-reason": reason().pk})

    assert state_of(request) == State.REFUSED


def test_a_link_is_for_one_request_and_one_person(scene, client):
    other = Scene()
    assert other.owners_point
    first, second = scene.ask(), other.ask()
    paths = [
        link_in(mail_to(scene.owners_point, "request_asked")), link_in(mail_to(other.owners_point, "request_asked")),
    ]  # fmt: skip

    client.post(paths[0], {"act": "refuse", "decide-reason": reason().pk})
    swapped = paths[0].replace(first.key.hex, second.key.hex)

    assert client.post(swapped, {"act": "refuse", "decide-reason": reason().pk}).status_code == 404
    assert (state_of(first), state_of(second)) == (State.REFUSED, State.SUBMITTED)


def test_a_link_ends_with_its_time_its_turn_and_its_persons_role(scene, client):
    request = scene.ask()
    path = link_in(mail_to(scene.owners_point, "request_asked"))

    services.ask_more(request=request, by=scene.keepers_point, note="Which?")
    services.answer(request=request, by=scene.asker, note="These.")
    stale = client.post(path, {"act": "refuse", "decide-reason": reason().pk})
    assert (stale.status_code, state_of(request)) == (200, State.SUBMITTED)
    newer = link_in(mail_to(scene.owners_point, "request_asked"))
    Membership.objects.filter(member__user=scene.owners_point).update(is_active=False)

    assert client.post(newer, {"act": "refuse", "decide-reason": reason().pk}).status_code == 404
    assert state_of(request) == State.SUBMITTED


def test_a_link_cannot_do_more_than_decide(scene, client):
    request = scene.ask()
    path = link_in(mail_to(scene.owners_point, "request_asked"))

    for act in ("revoke", "withdraw", "deliver", "nothing"):
        assert client.post(path, {"act": act}).status_code == 404

    assert state_of(request) == State.SUBMITTED


def test_the_owner_is_told_of_a_decision_by_letter_and_takes_it_back(scene):
    request = services.approve(request=scene.ask(), by=scene.keepers_point, letter=LETTER)
    services.agree(approval=Approval.objects.get(), by=scene.editor, agrees=True)

    assert "take back" in mail_to(scene.owners_point, "request_step").body
    services.revoke(request=request, by=scene.owners_point, note="We wrote no such letter.")

    assert (state_of(request), reads(scene.asker, scene)) == (State.REVOKED, False)


def test_an_old_link_finds_nothing(scene, client, monkeypatch):
    request = scene.ask()
    path = link_in(mail_to(scene.owners_point, "request_asked"))
    now = time.time()

    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 59 * 24 * 3600)
    assert client.get(path).status_code == 200
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 61 * 24 * 3600)

    assert client.get(path).status_code == 404
    assert state_of(request) == State.SUBMITTED


def test_a_confirmation_that_comes_too_late_opens_nothing(scene, client):
    request = scene.ask()
    client.post(link_in(mail_to(scene.owners_point, "request_asked")), {"act": "approve"})
    confirm = link_in(mail_to(scene.owners_point, "request_confirm"))

    with standing(timezone.now() + timedelta(days=2, hours=1)):
        assert client.post(confirm).status_code == 404

    assert (state_of(request), reads(scene.asker, scene)) == (State.SUBMITTED, False)


def test_only_who_was_asked_is_told_that_they_may_take_it_back(scene):
    services.approve(request=scene.ask(), by=scene.owners_point)

    assert "take back" in mail_to(scene.keepers_point, "request_step").body
    assert "take back" not in mail_to(scene.asker, "request_step").body


def test_what_somebody_approved_by_mail_never_holds_when_they_are_forgotten(scene, client):
    request = scene.ask()
    client.post(link_in(mail_to(scene.owners_point, "request_asked")), {"act": "approve"})
    confirm = link_in(mail_to(scene.owners_point, "request_confirm"))

    erase_account(user=scene.owners_point, by=None)

    assert client.post(confirm).status_code == 404
    assert (state_of(request), Approval.objects.count()) == (State.SUBMITTED, 0)


def test_who_speaks_for_nobody_any_more_reads_nothing_by_the_link_to_confirm(scene, client):
    scene.ask()
    client.post(link_in(mail_to(scene.owners_point, "request_asked")), {"act": "approve"})
    confirm = link_in(mail_to(scene.owners_point, "request_confirm"))
    Membership.objects.filter(member__user=scene.owners_point).update(is_active=False)

    assert client.get(confirm).status_code == 404


def test_after_advice_by_mail_the_form_to_decide_stays(scene, client):
    request = scene.ask()
    path = link_in(mail_to(scene.owners_point, "request_asked"))

    page = client.post(path, {"act": "advise", "decide-note": "Ask for less."})

    assert (page.status_code, state_of(request)) == (200, State.SUBMITTED)
    assert 'value="approve"' in page.text
