"""The pages of requests: for whom they are there, what one does on them, and that nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from portal.access.enums import Level
from practices.requests import services
from practices.requests.enums import State
from practices.requests.models import Approval, DataRequest
from tests.access.clock import standing
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide
from tests.factories.requests import Scene, reason, soon, wording

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Scene()


def typed(**changed):
    said = wording(**changed)
    keys = {"form": said.pop("form").pk, "purpose": said.pop("purpose").pk, "until": f"{said.pop('until')}"}
    return {"subject": "details", **said, **keys}


def as_(client, user):
    if user is not None:
        client.force_login(user)
    return client


def test_asking_on_the_page(client, scene):
    path = f"/requests/ask/{scene.identity.code}/"
    form = typed() | {"asked_for": scene.asking.pk, "acknowledged": "on"}

    page = as_(client, scene.asker).get(path)
    assert page.status_code == 200
    sent = client.post(path, form)

    request = DataRequest.objects.get()
    assert (sent.status_code, sent.url) == (302, f"/requests/{request.code}/")
    assert (request.asked_by, request.asked_for, request.readers) == (scene.asker, scene.asking, form["readers"])
    assert (request.part, request.form, request.decision, request.safekeeping) == ("", None, "", "")


def test_to_read_an_entry_one_says_for_what_until_when_and_who_reads_it(client, scene):
    page = as_(client, scene.asker).get(f"/requests/ask/{scene.identity.code}/")

    fields = set(re.findall(r'name="(\w+)"', page.text.partition('<form class="form"')[2]))
    assert fields - {"csrfmiddlewaretoken"} == {
        "key", "subject", "asked_for", "for_all_of_it", "purpose", "until", "readers", "acknowledged",
    }  # fmt: skip
    assert "Ask to read all of it" in page.text
    assert "destroyed" not in page.text


def test_what_is_wrong_stands_at_the_field_and_what_was_typed_stays(client, scene):
    form = typed(until=soon(-1)) | {"asked_for": scene.asking.pk}

    page = as_(client, scene.asker).post(f"/requests/ask/{scene.identity.code}/", form)

    assert page.status_code == 400
    for words in ("Tick this", "Two analysts"):
        assert words in page.text
    form["acknowledged"] = "on"
    assert "This day has passed" in client.post(f"/requests/ask/{scene.identity.code}/", form).text


@pytest.mark.parametrize("person", ["owners_point", "alone"])
def test_who_cannot_ask_is_told_why(client, scene, person):
    user = member_of() if person == "alone" else scene.owners_point

    page = as_(client, user).get(f"/requests/ask/{scene.identity.code}/")

    assert page.status_code == 403
    assert ("you belong to none here" if person == "alone" else "There is nothing to ask for here") in page.text


def test_asking_about_what_one_may_not_know_of_is_as_asking_about_nothing(client, scene):
    decide(scene.page, listed_to=Level.OWNER)
    as_(client, scene.asker)

    hidden = client.get(f"/requests/ask/{scene.identity.code}/")
    absent = client.get("/requests/ask/CS-ZZZZ/")

    assert (hidden.status_code, hidden.content) == (absent.status_code, absent.content)
    assert hidden.status_code == 404


def test_an_organisation_is_asked_for_what_nobody_lists(client, scene):
    body = OrganisationFactory()
    page = as_(client, scene.asker).get(f"/requests/ask/{body.code}/")

    assert page.status_code == 200
    assert 'name="data_kinds"' in page.text


@pytest.mark.parametrize(
    ("person", "status"),
    [
        ("asker", 200), ("askers_point", 200), ("owners_point", 200), ("keepers_point", 200), ("colleague", 404),
        ("owners_member", 404), ("stranger", 404), ("editor", 404), (None, 302),
    ],
)  # fmt: skip
def test_for_whom_a_request_is_there(client, scene, person, status):
    request = scene.ask(decision="Zebra words")

    page = as_(client, person and getattr(scene, person)).get(f"/requests/{request.code}/")

    assert page.status_code == status
    assert ("Zebra words" in page.text) == (status == 200)


def test_the_owner_approves_on_the_page(client, scene):
    request = scene.ask()

    sent = as_(client, scene.owners_point).post(f"/requests/{request.code}/", {"act": "approve"})

    request.refresh_from_db()
    assert (sent.status_code, request.state) == (302, State.APPROVED)
    page = client.get(f"/requests/{request.code}/")
    assert "Open until" in page.text
    assert page.context["request_read"].given_until == request.until


def test_a_button_that_is_not_theirs_is_absent(client, scene):
    request = scene.ask()

    for act in ("approve", "refuse", "revoke", "nothing", ""):
        assert as_(client, scene.asker).post(f"/requests/{request.code}/", {"act": act}).status_code == 404

    request.refresh_from_db()
    assert request.state == State.SUBMITTED


def test_a_keeper_sees_at_the_field_that_a_letter_is_needed(client, scene):
    request = scene.ask()

    page = as_(client, scene.keepers_point).post(
        f"/requests/{request.code}/", {"act": "approve", "decide-note": "Kept words"}
    )

    assert page.status_code == 400
    assert "The owner decides" in page.text
    assert "Kept words" in page.text


def test_editors_see_how_far_and_how_old_and_no_word_of_it(client, scene):
    request = scene.ask(decision="Zebra words")

    page = as_(client, scene.editor).get("/requests/progress/")

    assert request.code in page.text
    for words in ("Zebra words", scene.asking.name_en, scene.owner.name_en, "Warehouses"):
        assert words not in page.text
    assert client.get("/requests/").status_code == 200


def test_an_editor_agrees_with_one_click(client):
    scene = Scene(is_owned=False)
    request = services.approve(request=scene.ask(), by=scene.keepers_point)
    approval = Approval.objects.get()

    sent = as_(client, scene.editor).post(f"/requests/agree/{approval.pk}/", {"says": "yes"})

    request.refresh_from_db()
    assert (sent.status_code, request.state) == (302, State.APPROVED)
    assert client.post(f"/requests/agree/{approval.pk}/", {"says": "yes"}).status_code == 404


def test_what_cannot_hold_any_more_is_said_to_the_editor(client):
    scene = Scene(is_owned=False)
    request = services.approve(request=scene.ask(until=soon(3)), by=scene.keepers_point)
    approval = Approval.objects.get()
    as_(client, scene.editor)

    with standing(timezone.now() + timedelta(days=5)):
        page = client.post(f"/requests/agree/{approval.pk}/", {"says": "yes"}, follow=True)

    assert "Nothing was opened" in page.text
    request.refresh_from_db()
    assert request.state == State.SUBMITTED


def test_that_an_approval_waits_is_told_to_the_side_that_gave_it(client):
    scene = Scene(is_owned=False)
    request = services.approve(request=scene.ask(), by=scene.keepers_point)

    told = {
        who: "a second person" in as_(client, getattr(scene, who)).get(f"/requests/{request.code}/").text
        for who in ("keepers_point", "asker")
    }

    assert told == {"keepers_point": True, "asker": False}


def test_lists_say_what_waits_and_what_was_asked(client, scene):
    first, second = scene.ask(), scene.ask()
    services.refuse(request=second, by=scene.owners_point, reason=reason())

    page = as_(client, scene.owners_point).get("/requests/").text
    waiting, over = page[page.index("to-answer") :], page[page.index('id="over"') :]
    assert first.code in waiting
    assert second.code in over
    assert first.code not in over
    # Nobody is told that an answer is due which was given.
    assert ("Answer due" in waiting.partition('id="over"')[0], "Answer due" in over) == (True, False)
    mine = as_(client, scene.asker).get("/requests/").text
    assert first.code in mine
    assert second.code in mine


def test_lists_name_what_is_asked_for_to_who_may_know_of_it(client, scene):
    scene.ask()

    def named():
        people = (scene.owners_point, scene.asker)
        return ["Warehouses" in as_(client, user).get("/requests/").text for user in people]

    assert named() == [True, True]
    decide(scene.page, listed_to=Level.OWNER, details_to=Level.OWNER, owner=scene.owner, custodian=scene.keeper)
    assert named() == [True, False]


def test_the_answer_that_was_kept_is_said(client, scene):
    request = scene.ask()
    said = {"act": "ask_more", "decide-note": "Which district?"}

    text = as_(client, scene.owners_point).post(f"/requests/{request.code}/", said, follow=True).text

    assert "Kept: More information asked for." in text


def test_what_waits_stands_on_ones_own_page(client, scene):
    request = scene.ask()

    text = as_(client, scene.owners_point).get("/my/").text
    assert f"/requests/{request.code}/" in text
    assert "Warehouses" in text.partition("My organisations")[0]


def test_who_stands_on_no_side_hears_of_no_request(client, scene):
    request = scene.ask()

    as_(client, scene.stranger)
    pages = {path: client.get(path) for path in ("/requests/", "/my/", request.get_absolute_url())}

    assert [page.status_code for page in pages.values()] == [200, 200, 404]
    assert request.code not in pages["/requests/"].text
    assert 'href="/requests/"' not in pages["/my/"].text
    assert 'href="/requests/"' in as_(client, scene.asker).get("/my/").text


def test_queries_of_the_list_do_not_grow(client, scene, django_assert_max_num_queries):
    for _number in range(6):
        scene.ask()
    as_(client, scene.owners_point).get("/requests/")

    with django_assert_max_num_queries(15):
        assert client.get("/requests/").status_code == 200
