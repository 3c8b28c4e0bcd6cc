"""What somebody tried: links that tell more than their mail, entries that change hands, words that look like ours."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from portal.access.enums import Level
from portal.access.services import set_parties
from portal.directory.in_links import word_for
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from portal.taxonomy.models import WithholdingReason
from practices.requests import services
from practices.requests.day import do_the_day
from practices.requests.enums import Subject
from practices.requests.links import answer_path, longer_path
from practices.requests.models import Approval, DataRequest
from practices.requests.services import Letter
from tests.factories.agreements import make_agreement
from tests.factories.mails import mails_to
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide
from tests.factories.requests import Scene, reason, wording
from tests.taxonomy.admin_pages import address

pytestmark = pytest.mark.django_db
LETTER = Letter("DG/2026/114", timezone.localdate())


@pytest.fixture
def scene():
    made = Scene()
    assert made.owners_point
    assert made.keepers_point
    return made


def link_to(user, kind="request_asked"):
    mail = mail_of(Notice.objects.filter(user=user, kind=kind).latest("created_at"))
    return re.search(r"https?://[^/]+(/\S*requests/\w+/\S+)", mail.body)[1]


def facts_on(page):
    """What a page lists beside its names, each once."""
    return set(re.findall(r"<dt>([^<]+)</dt>", page))


def test_a_link_shows_no_agreement_and_nothing_that_was_said_since(scene, client):
    make_agreement("Hidden pact", parties=[scene.owner, scene.asking])
    request = scene.ask(decision="Zebra words")
    services.advise(request=request, by=scene.keepers_point, note="Quagga words")
    path = link_to(scene.owners_point)

    waiting = client.get(path).text
    services.approve(request=request, by=scene.owners_point, conditions="Okapi words")
    answered = client.get(path).text

    assert "Zebra words" in waiting
    for words in ("Hidden pact", "Quagga words"):
        assert words not in waiting
    for words in ("Zebra words", "Quagga words", "Okapi words"):
        assert words not in answered


def test_a_link_to_confirm_shows_no_more_than_code_asker_and_day(scene, client):
    make_agreement("Hidden pact", parties=[scene.owner, scene.asking])
    request = scene.ask(decision="Zebra words", until=timezone.localdate() + timedelta(days=60))
    services.advise(request=request, by=scene.keepers_point, note="Quagga words")
    client.post(link_to(scene.owners_point), {"act": "approve", "decide-note": "Okapi words"})
    path = link_to(scene.owners_point, "request_confirm")

    waiting = client.get(path).text
    confirmed = client.post(path).text

    for page in (waiting, confirmed):
        assert request.code in page
        assert facts_on(page) == set()
        for words in ("Zebra words", "Quagga words", "Okapi words", "Hidden pact", "Warehouses"):
            assert words not in page
    assert scene.asking.name in waiting
    assert date_format(request.until, "j F Y") in waiting


def test_who_confirms_reads_the_conditions_after_signing_in(scene, client):
    request = scene.ask()
    client.post(link_to(scene.owners_point), {"act": "approve", "decide-note": "Okapi words"})

    client.force_login(scene.owners_point)
    assert "Okapi words" in client.get(request.get_absolute_url()).text
    client.force_login(scene.asker)
    assert "Okapi words" not in client.get(request.get_absolute_url()).text


@pytest.mark.parametrize(("level", "is_told"), [(Level.MEMBERS, True), (Level.NAMED, False)])
def test_a_link_tells_a_title_where_its_mail_does(scene, client, level, is_told):
    decide(scene.page, listed_to=level, details_to=Level.OWNER, owner=scene.owner, custodian=scene.keeper)
    scene.identity.named_organisations.add(scene.asking)
    scene.ask()

    page = client.get(link_to(scene.owners_point)).text

    assert scene.identity.code in page
    assert ("Warehouses" in page, "warehouses" in page) == (is_told, False)


def test_an_open_request_goes_along_when_the_entry_changes_hands(scene):
    request = scene.ask()
    new = OrganisationFactory()
    heir = member_of(new, focal_point=True)

    set_parties(identity=scene.identity, by=editor(), owner=new, custodian=scene.keeper, second=editor())

    request.refresh_from_db()
    assert request.to_owner == new
    assert mails_to(heir.email) == ["request_asked"]
    assert not DataRequest.objects.visible_to(scene.owners_point).exists()
    with pytest.raises(ValidationError):
        services.approve(request=request, by=scene.keepers_point)


def test_words_that_would_become_links_in_a_mail_are_refused_and_lines_are_one(scene):
    with pytest.raises(ValidationError) as refused:
        scene.ask(part="Approve here:\nhttps://evil.example/requests/answer/x/")
    request = scene.ask(part="All of it\n\nApprove it here")

    assert set(refused.value.error_dict) == {"part"}
    assert request.part == "All of it Approve it here"


def test_the_owner_hears_before_what_a_keeper_approved_is_opened(scene):
    request = services.approve(request=scene.ask(), by=scene.keepers_point, letter=LETTER)

    assert mails_to(scene.owners_point.email) == ["request_asked", "request_step"]
    assert request.steps.last().act == "await"


def test_a_forwarded_mail_drops_no_approval_that_waits(scene, client):
    services.approve(request=scene.ask(), by=scene.keepers_point, letter=LETTER, conditions="Not printed.")
    letter = {"decide-letter_number": "1", "decide-letter_on": "2026-01-01"}

    page = client.post(link_to(scene.keepers_point), {"act": "approve", **letter})

    assert page.status_code == 400
    assert Approval.objects.get().conditions == "Not printed."


def test_silence_of_an_organisation_for_which_nobody_speaks_is_no_refusal():
    scene = Scene()
    request = scene.ask()

    do_the_day(timezone.now() + timedelta(days=40))

    request.refresh_from_db()
    assert (request.state, request.was_heard) == ("no_answer", False)


def test_a_letter_of_tomorrow_is_none(scene):
    with pytest.raises(ValidationError) as refused:
        services.approve(
            request=scene.ask(), by=scene.keepers_point,
            letter=Letter("1", timezone.localdate() + timedelta(days=1)),
        )  # fmt: skip

    assert set(refused.value.error_dict) == {"letter_on"}


def test_editors_are_told_no_counts_of_refusals(scene, client):
    services.refuse(request=scene.ask(), by=scene.owners_point, reason=reason("small_numbers"))
    client.force_login(editor())

    page = client.get(address(WithholdingReason, "replace", reason("small_numbers").pk))

    assert page.status_code == 200
    assert "steps of requests" not in page.text.lower()


def test_a_form_that_is_sent_twice_asks_once(scene):
    client, path = Client(), f"/requests/ask/{scene.identity.code}/"
    client.force_login(scene.asker)
    form = client.get(path).context["form"]
    said = wording()
    data = {
        **said, "subject": "details", "asked_for": scene.asking.pk, "form": said["form"].pk,
        "purpose": said["purpose"].pk, "until": said["until"].isoformat(), "acknowledged": "on",
        "key": form["key"].value(),
    }  # fmt: skip
    answers = [client.post(path, data) for _ in range(2)]

    request = DataRequest.objects.get()
    assert [answer.url for answer in answers] == [request.get_absolute_url()] * 2
    assert request.steps.count() == 1


def test_no_link_counts_people_or_steps(scene):
    """What stands in the address of a mail is read by whoever gets it."""
    request = scene.ask(subject=Subject.DETAILS)
    people = {word_for(user) for user in (scene.owners_point, scene.keepers_point)}
    services.approve(request=request, by=scene.owners_point)
    told = []
    for path in (answer_path(request, scene.owners_point), longer_path(request, scene.keepers_point)):
        key, word, rest = path.rstrip("/").rpartition("/")[2].split(":")[0].split(".")
        told.append((key == request.key.hex, word in people, rest))

    assert told == [(True, True, f"{request.state_since:%Y%m%d%H%M%S%f}"), (True, True, "")]


@pytest.mark.parametrize("act", [services.advise, services.write])
def test_words_that_are_sent_again_are_there_once(scene, act):
    request = scene.ask()
    if act is services.write:
        services.approve(request=request, by=scene.owners_point)
    before = request.steps.count()
    steps = [act(request=request, by=scene.owners_point, note=note) for note in ("By post", " By post", "By mail")]

    assert (steps[0] == steps[1], steps[1] == steps[2]) == (True, False)
    assert request.steps.count() == before + 2
