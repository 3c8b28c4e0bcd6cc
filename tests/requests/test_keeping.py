"""Data that were handed over: where their delivery stands, what comes next, and that they are asked for longer and
answered, also by mail alone."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.access.enums import Level
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from practices.requests import services
from practices.requests.acting import parts_of
from practices.requests.day import do_the_day
from practices.requests.enums import Channel, State, Subject
from practices.requests.lists import lists_for, to_answer
from practices.requests.models import Approval, DataRequest, HandedOver
from practices.requests.reading import as_read
from practices.requests.services import Letter
from tests.access.clock import standing
from tests.factories.agreements import make_agreement
from tests.factories.mails import mails_to
from tests.factories.needs import make_holding
from tests.factories.records import decide
from tests.factories.requests import Scene, soon

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


class HoldingScene(Scene):
    """The same with a data holding."""

    def make_page(self):
        return make_holding(title="Hazards of the north")


@pytest.fixture
def scene():
    made = HoldingScene()
    assert made.owners_point
    return made


def handed(scene, **approved):
    """A request of which the data came, to be destroyed in forty days."""
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point, **approved)
    facts = {"delivered_on": TODAY, "channel": Channel.DEVICE, "keep_until": soon(40)}
    services.hand_over(request=request, by=scene.owners_point, **facts)
    services.confirm_received(request=request, by=scene.asker, received_on=TODAY)
    return DataRequest.objects.get(pk=request.pk)


def wish(scene, request, **changed):
    facts = {"until": soon(80), "note": "The survey was put off", **changed}
    return services.ask_longer(request=request, by=scene.asker, **facts)


def fresh(thing):
    return type(thing).objects.get(pk=thing.pk)


def days():
    row = HandedOver.objects.get()
    return row.keep_until, row.wanted_until


def last_mail(user, kind):
    return mail_of(Notice.objects.filter(user=user, kind=kind).latest("created_at", "pk"))


def link_in(mail):
    return re.search(r"https?://[^/]+(/\S*requests/(?:longer|confirm)/\S+)", mail.body)[1]


def test_each_step_of_the_delivery_has_words_and_a_subject_of_its_own(scene):
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point, conditions="Not to be copied.")
    seen = [as_read(fresh(request), scene.asker).standing]
    facts = {"delivered_on": TODAY, "channel": Channel.DEVICE, "keep_until": soon(40)}
    services.hand_over(request=request, by=scene.owners_point, **facts)
    seen.append(as_read(fresh(request), scene.asker).standing)
    services.confirm_received(request=request, by=scene.asker, received_on=TODAY)
    seen.append(as_read(fresh(request), scene.asker).standing)
    services.confirm_destroyed(request=request, by=scene.asker, destroyed_on=TODAY)
    seen.append(as_read(fresh(request), scene.asker).standing)

    assert [text.partition(" on ")[0].partition(". ")[0] for text in seen] == [
        "Approved with conditions", "Handed over", "Received", "Destroyed",
    ]  # fmt: skip
    notices = Notice.objects.filter(kind="request_step").order_by("created_at")
    subjects = [mail_of(notice).subject for notice in notices if notice.user == scene.asker]
    subjects += [mail_of(notice).subject for notice in notices if notice.user == scene.owners_point]
    assert [subject.partition(":")[0] for subject in subjects] == [
        "Approved with conditions", "Handed over", "Received", "Destruction confirmed",
    ]  # fmt: skip
    assert all("Hazards of the north" in subject for subject in subjects)


def test_the_title_of_what_not_every_member_may_know_of_stands_in_no_mail():
    scene = HoldingScene()
    assert scene.owners_point
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point)
    scene.identity.named_organisations.add(scene.asking)
    decide(scene.page, listed_to=Level.NAMED, details_to=Level.OWNER, owner=scene.owner)

    mail = last_mail(scene.asker, "request_step")
    assert "Hazards of the north" not in mail.subject + mail.body
    assert request.code in mail.subject


@pytest.mark.parametrize("who", ["asker", "owners_point"])
def test_after_the_approval_each_side_reads_what_comes_next_and_can_write(scene, client, who):
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point)
    user, other = getattr(scene, who), {"asker": scene.owners_point, "owners_point": scene.asker}[who]
    client.force_login(user)
    path = f"/requests/{request.code}/"

    assert "What comes next" in client.get(path).text
    client.post(path, {"act": "write", "write-note": "By an encrypted device"})

    assert mails_to(other.email)[-1] == "request_step"
    assert "encrypted device" not in last_mail(other, "request_step").body
    client.force_login(other)
    assert "By an encrypted device" in client.get(path).text


def test_what_is_taken_back_is_named_as_what_it_is(scene):
    request = services.approve(request=scene.ask(Subject.DATA), by=scene.owners_point)

    def words():
        return {
            part.name: str(part.buttons[0][1].label) for part in parts_of(fresh(request), fresh(scene.owners_point))
        }.get("revoke")

    seen = [words()]
    services.hand_over(
        request=request, by=scene.owners_point, delivered_on=TODAY, channel=Channel.DEVICE, keep_until=soon(40)
    )
    seen.append(words())
    services.confirm_received(request=request, by=scene.asker, received_on=TODAY)
    services.confirm_destroyed(request=request, by=scene.asker, destroyed_on=TODAY)
    seen.append(words())

    assert seen == ["Take the approval back", "Take the approval back: they destroy it now", None]


def test_to_keep_it_longer_is_asked_and_answered(scene):
    request = handed(scene)
    wish(scene, request)
    assert days() == (soon(40), soon(80))
    assert list(to_answer(fresh(scene.owners_point))) == [request]
    assert [row.code for row in lists_for(fresh(scene.owners_point)).to_answer] == [request.code]
    assert "The survey was put off" in last_mail(scene.owners_point, "request_longer").body

    services.lengthen(request=request, by=scene.owners_point, until=soon(60))

    assert (days(), fresh(request).given_until) == ((soon(60), None), soon(60))
    assert last_mail(scene.asker, "request_step").subject.startswith("The data may be kept longer")
    assert list(to_answer(fresh(scene.owners_point))) == []


def test_a_no_leaves_the_day_and_says_why(scene):
    request = handed(scene)
    wish(scene, request)

    with pytest.raises(ValidationError):
        services.refuse_longer(request=request, by=scene.owners_point, note="")
    services.refuse_longer(request=request, by=scene.owners_point, note="It is out of date by then.")

    assert days() == (soon(40), None)
    assert as_read(fresh(request), scene.asker).steps[-1].note == "It is out of date by then."


def test_by_mail_alone_and_a_forwarded_mail_prolongs_nothing(scene, client):
    request = handed(scene)
    wish(scene, request)
    link = link_in(last_mail(scene.owners_point, "request_longer"))
    assert "The survey was put off" in client.get(link).text

    client.post(link, {"act": "lengthen"})
    assert (days(), Approval.objects.count()) == ((soon(40), soon(80)), 1)
    client.post(link_in(last_mail(scene.owners_point, "request_confirm")))

    assert (days(), fresh(request).state) == ((soon(80), None), State.APPROVED)
    assert "does not wait for this answer" in client.get(link).text


def test_a_link_is_for_the_wish_with_which_it_was_sent(scene, client):
    request = handed(scene)
    wish(scene, request)
    link = link_in(last_mail(scene.owners_point, "request_longer"))
    client.post(link, {"act": "not_longer", "keep-note": "No."})
    wish(scene, request)

    client.post(link, {"act": "lengthen"})

    assert (days(), Approval.objects.count()) == ((soon(40), soon(80)), 0)


def test_without_an_answer_the_day_stands_and_who_is_asked_is_reminded_once(scene):
    request = handed(scene)
    wish(scene, request)

    for day in (13, 15, 16):
        with standing(timezone.now() + timedelta(days=day)):
            do_the_day()

    assert mails_to(scene.owners_point.email).count("request_longer") == 2
    assert days()[0] == soon(40)
    assert "request_keep" in mails_to(scene.asker.email)
    services.confirm_destroyed(request=request, by=scene.asker, destroyed_on=TODAY)
    assert days() == (soon(40), None)


@pytest.mark.parametrize(("until", "note"), [(40, "Why not"), (800, "Why not"), (80, ""), (80, "See www.example.org")])
def test_what_cannot_be_asked(scene, until, note):
    request = handed(scene)

    with pytest.raises(ValidationError) as refused:
        wish(scene, request, until=soon(until), note=note)

    assert set(refused.value.error_dict) == ({"note"} if until == 80 else {"until"})


def test_nobody_prolongs_for_themselves_nor_longer_than_asked(scene):
    request = handed(scene)
    with pytest.raises(PermissionDenied):
        services.lengthen(request=request, by=scene.owners_point)
    wish(scene, request)
    for user in (scene.asker, scene.askers_point, scene.stranger, scene.editor):
        with pytest.raises(PermissionDenied):
            services.lengthen(request=request, by=user)
    with pytest.raises(ValidationError):
        services.lengthen(request=request, by=scene.owners_point, until=soon(81))
    with pytest.raises(ValidationError):
        services.lengthen(request=request, by=scene.keepers_point)
    services.lengthen(request=request, by=scene.keepers_point, letter=Letter("DG/2026/114", TODAY))

    assert days() == (soon(80), None)


def test_it_does_not_outlive_the_agreement_on_which_it_rests():
    scene = HoldingScene()
    agreement = make_agreement(parties=[scene.owner, scene.asking], ends_on=soon(50))
    request = handed(scene, agreement=agreement.identity)
    wish(scene, request)

    with pytest.raises(ValidationError):
        services.lengthen(request=request, by=scene.owners_point)
    services.lengthen(request=request, by=scene.owners_point, until=soon(50))

    assert days() == (soon(50), None)


def test_its_link_shows_the_rows_of_its_mail_and_no_words_of_the_request(scene, client):
    wish(scene, handed(scene))

    page = client.get(link_in(last_mail(scene.owners_point, "request_longer"))).text

    assert re.findall(r"<dt>([^<]+)</dt>", page) == [
        "Asked by", "It is about", "To be destroyed by", "Asked to keep it until",
    ]  # fmt: skip
    assert "The survey was put off" in page
    assert "Which camp is extended first" not in page
