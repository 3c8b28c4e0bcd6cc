"""Participants: from a spreadsheet, all or nothing; seen by members with consent alone; forgotten in time."""

from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from events.attending import retained
from events.attending.models import EventInvitation, Participant
from events.attending.people import organisations_of_participants
from events.attending.services import add_participant, answer_invitation, import_participants, say_consent
from events.attending.sheet import COLUMNS
from events.models import EventPage
from portal.access.enums import Level
from portal.desk.contribute.access_form import AccessForm
from portal.directory.erasing import erase_account
from tests.factories.attending import Coming, in_days, sheet
from tests.factories.events import make_output
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Coming()


def sent(scene, file, by=None):
    return import_participants(event=scene.event, file=file, by=by or scene.runner)


def people():
    rows = Participant.objects.order_by("name", "pk")
    return [(row.name, row.email, row.organisation_name, row.is_listed) for row in rows]


def test_rows_are_kept_once_with_what_their_words_mean(scene):
    known = OrganisationFactory(name_en="Known", acronym="KN")
    rows = [
        ("First", "first@elsewhere.example", "kn", "Speaker", "yes"),
        ("First", "FIRST@elsewhere.example", "kn", "speaker", "oui"),
        ("Second", None, "In words", None, None),
    ]
    done = [sent(scene, sheet(*rows)) for _ in range(2)]

    assert [(each.added, each.changed, each.wrong) for each in done] == [(2, 0, ()), (0, 2, ())]
    assert people() == [("First", "first@elsewhere.example", "Known", True), ("Second", "", "In words", False)]
    assert Participant.objects.get(name="First").role.key == "speaker"
    assert organisations_of_participants(scene.event.pk) == [known]


def test_a_row_is_of_the_active_account_with_its_address(scene):
    active, left = member_of(OrganisationFactory()), member_of(OrganisationFactory())
    type(left).objects.filter(pk=left.pk).update(is_active=False)
    rows = (("Active", active.email.upper()), ("Left", left.email), ("Unknown", "unknown@elsewhere.example"))

    sent(scene, sheet(*((name, email, "", "", "") for name, email in rows)))

    assert {row.name: row.user for row in Participant.objects.all()} == {
        "Active": active,
        "Left": None,
        "Unknown": None,
    }


def test_every_wrong_cell_is_said_at_once_and_nothing_is_kept(scene):
    answer = sent(scene, sheet(
        ("Right", "right@elsewhere.example", "", "", ""),
        ("", "no address", "", "king", "perhaps"),
        ("=1+1", "right@elsewhere.example", "", "", ""),
        ("Other", "right@elsewhere.example", "", "", ""),
    ))  # fmt: skip

    assert [(each.row, each.column, each.value) for each in answer.wrong] == [
        (3, "name", ""), (3, "email", "no address"), (3, "role", "king"), (3, "consent", "perhaps"),
        (4, "name", "(a formula)"), (4, "email", "right@elsewhere.example"), (5, "email", "right@elsewhere.example"),
    ]  # fmt: skip
    assert answer.wrong[-1].right == "Row 2 says something else of the same person."
    assert Participant.objects.count() == 0


@pytest.mark.parametrize("data", [b"", b"name,email\n", b"PK\x03\x04 nothing", b"x" * (1024 * 1024 + 1)])
def test_what_is_no_spreadsheet_is_refused_in_words(scene, data):
    client = Client()
    client.force_login(scene.runner)
    url = reverse("attending:import", args=[scene.page.slug])
    answer = client.post(url, {"file": SimpleUploadedFile("people.xlsx", data)})

    assert answer.status_code == 400
    assert answer.context["file_form"].errors["file"]


def test_missing_columns_are_named(scene):
    with pytest.raises(ValidationError, match="The first row lacks: role, consent"):
        sent(scene, sheet(head=("name", "email", "organisation")))


def test_the_template_is_what_can_be_sent_and_files_are_for_who_runs_it(scene):
    urls = [reverse(f"attending:{name}", args=[scene.page.slug]) for name in ("template", "csv")]
    client = Client()
    client.force_login(member_of(OrganisationFactory()))
    assert [client.get(url).status_code for url in urls] == [404, 404]
    with pytest.raises(PermissionDenied):
        sent(scene, sheet(), by=member_of(OrganisationFactory()))
    client.force_login(scene.runner)
    add_participant(event=scene.event, by=scene.runner, name="=cmd()")
    file, table = (client.get(url) for url in urls)

    book = load_workbook(BytesIO(file.content))
    assert [cell.value for cell in book.worksheets[0][1]] == list(COLUMNS)
    assert '"\'=cmd()"' in b"".join(table.streaming_content).decode()
    assert sent(scene, SimpleUploadedFile("people.xlsx", file.content)).wrong == ()


def test_members_see_who_agreed_visitors_nobody_and_who_runs_it_everybody(scene):
    listed = add_participant(event=scene.event, by=scene.runner, name="Agreed", is_listed=True)
    add_participant(event=scene.event, by=scene.runner, name="Silent", email="silent@elsewhere.example")
    url, client = reverse("attending:participants", args=[scene.page.slug]), Client()

    def seen():
        text = client.get(url).text
        return [word for word in ("Agreed", "Silent", "silent@elsewhere.example") if f">{word}<" in text]

    assert seen() == []
    client.force_login(member_of(OrganisationFactory()))
    assert seen() == ["Agreed"]
    assert client.post(url, {"name": "Mine"}).status_code == 404
    client.force_login(scene.runner)
    assert seen()[:2] == ["Agreed", "Silent"]
    say_consent(participant=listed, is_listed=False, by=scene.runner, as_organiser=True)
    client.force_login(member_of(OrganisationFactory()))
    assert seen() == []


def test_an_account_says_for_itself_and_for_nobody_else():
    scene = Coming(details_to=Level.MEMBERS, listed_to=Level.MEMBERS)
    person, other = (member_of(OrganisationFactory()) for _ in range(2))
    row = add_participant(event=scene.event, by=scene.runner, name="A person", email=person.email)
    client = Client()
    client.force_login(person)
    client.post(reverse("attending:consent", args=[scene.page.slug]), {"listed": "yes"})
    with pytest.raises(PermissionDenied):
        say_consent(participant=row, is_listed=False, by=other)

    row.refresh_from_db()
    assert (row.is_listed, row.consent_by) == (True, "account")


def test_names_and_addresses_go_some_months_after_the_event(scene):
    invitation = scene.invited()
    answer_invitation(invitation=invitation, link_key=invitation.link_key, answer="coming", name="A guest")
    add_participant(event=scene.event, by=scene.runner, name="Agreed", email="b@elsewhere.example", is_listed=True)
    member = member_of(OrganisationFactory())
    add_participant(event=scene.event, by=scene.runner, name="Has an account", email=member.email, is_listed=True)
    before = timezone.now()
    assert (retained.invitations(before), retained.participants(before)) == (0, 0)
    EventPage.objects.update(starts_on=in_days(-3), ends_on=in_days(-2))

    assert (retained.invitations(before), retained.participants(before)) == (1, 3)
    # Who can take their consent back by their account stays; the others could not any more.
    assert people() == [("", "", "", False), ("", "", "", False), ("Has an account", "", "", True)]
    row = EventInvitation.objects.get()
    assert (row.email, row.name, row.link_key, row.answer) == ("", "", "", "coming")


def test_who_is_forgotten_is_in_no_list(scene, settings, tmp_path):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    person = member_of(OrganisationFactory())
    scene.invited(person.email)
    add_participant(event=scene.event, by=scene.runner, name="A person", email=person.email, is_listed=True)
    erase_account(user=person, by=person)

    assert people() == [("", "", "", False)]
    assert EventInvitation.objects.get().email == ""


def test_an_output_is_offered_to_the_organisations_that_took_part_by_who_runs_the_event(scene):
    there = OrganisationFactory()
    add_participant(event=scene.event, by=scene.runner, name="Somebody", organisation=there)
    output = make_output("Found", scene.page, publish=False)

    offered = [
        AccessForm(instance=output, user=user).initial["named_organisations"]
        for user in (scene.runner, member_of(OrganisationFactory()))
    ]

    assert offered == [[there.pk], []]


def test_taking_out_that_is_sent_again_leads_back_to_the_list(scene):
    row = add_participant(event=scene.event, by=scene.runner, name="By mistake")
    url = reverse("attending:participant", args=[scene.page.slug, row.key])
    client = Client()
    client.force_login(scene.runner)

    assert [client.post(url, {"remove": "yes"}).status_code for _ in range(2)] == [302, 302]
    assert client.post(url, {"listed": "yes"}).status_code == 404
    assert people() == []


def test_somebody_who_is_added_again_with_the_same_words_is_there_once(scene):
    said = {"event": scene.event, "by": scene.runner, "name": "Walked in"}
    first = add_participant(**said)
    assert add_participant(**said) == first
    add_participant(**said, organisation_words="Another one")
    add_participant(**said, email="walked@elsewhere.example")
    add_participant(**said, email="walked@elsewhere.example")
    with pytest.raises(ValidationError, match="in the list already"):
        add_participant(**said, email="walked@elsewhere.example", is_listed=True)

    assert Participant.objects.count() == 3


def test_an_organisation_of_which_who_sends_a_file_may_not_know_stays_in_words(scene):
    hidden = OrganisationFactory(name_en="Hidden depot", acronym="HD")
    for each in (hidden, scene.host):
        decide(each, listed_to=Level.OWNER)
    rows = (("Ours", scene.host.code), ("By its letters", "HD"), ("By its code", hidden.code))

    sent(scene, sheet(*((name, "", word, "", "") for name, word in rows)))

    assert {row.name: (row.organisation, row.organisation_words) for row in Participant.objects.all()} == {
        "Ours": (scene.host, ""), "By its letters": (None, "HD"), "By its code": (None, hidden.code),
    }  # fmt: skip


def test_the_list_of_an_event_is_absent_for_who_knows_its_card_alone():
    scene, client = Coming(listed_to=Level.MEMBERS, details_to=Level.OWNER), Client()
    add_participant(event=scene.event, by=scene.runner, name="Hidden guest", is_listed=True)
    url, nowhere = (reverse("attending:participants", args=[slug]) for slug in (scene.page.slug, "nothing-here"))
    client.force_login(member_of(OrganisationFactory()))
    answers = [client.get(each) for each in (url, nowhere)]
    client.force_login(scene.runner)

    assert [each.status_code for each in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert "Hidden guest" in client.get(url).text
