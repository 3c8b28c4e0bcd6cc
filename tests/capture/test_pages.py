"""The pages of the day: for who runs the event, and for who has its code."""

import gzip
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.actions.models import FollowUpAction
from events.capture.models import CapturedLine, EventCode, Sheet
from events.capture.services import make_code, revoke_code
from events.outputs.models import OutputPage
from practices.holdings.models import DataHoldingPage
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db
STATIC = Path(settings.BASE_DIR) / "portal/static/portal"
JSON = {"HTTP_ACCEPT": "application/json"}


def client_of(user):
    client = Client()
    if user:
        client.force_login(user)
    return client


def typed(text="Names differ", *, key=None, kind="finding", **more):
    return {"key": key or uuid4(), "revision": 1, "kind": kind, "text": text, **more}


def test_who_runs_it_captures_and_everybody_else_finds_nothing(day):
    facilitator, stranger = client_of(day.facilitator), client_of(day.stranger)
    event = f"/events/{day.page.slug}/capture/"
    absent = stranger.get("/events/nothing-here/capture/").content

    for path in (event, day.path, f"{day.path}report/", f"{event}print/fair/", f"{event}print/talk/"):
        assert facilitator.get(path).status_code == 200
        assert (stranger.get(path).status_code, stranger.get(path).content == absent) == (404, True)
        assert client_of(None).get(path).status_code == 302
    assert stranger.post(day.path, typed()).status_code == 404
    assert facilitator.get(f"{event}{uuid4()}/").status_code == 404
    assert not CapturedLine.objects.exists()
    assert event in facilitator.get(day.page.url).content.decode()
    assert event not in stranger.get(day.page.url).content.decode()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_line_that_drops_at_random_loses_nothing_and_doubles_nothing(day, seed):
    """Each line is sent until an answer came; of what was sent, some never arrives and some answers are lost."""
    chance, client = Random(seed), client_of(day.facilitator)
    waiting = [typed(f"Line {number}", group=f"Group {number % 2}") for number in range(8)]
    wanted = {(line["key"], line["text"], line["group"]) for line in waiting}
    while waiting:
        line = chance.choice(waiting)
        if chance.random() < 0.3:
            continue
        answer = client.post(day.path, line, **JSON)
        assert answer.json() == {"kept": str(line["key"]), "warning": ""}
        if chance.random() > 0.4:
            waiting.remove(line)

    assert set(CapturedLine.objects.values_list("key", "text", "group")) == wanted


def test_without_a_script_the_form_comes_back_to_its_field(day):
    client = client_of(day.facilitator)
    answer = client.post(day.path, typed(group="Group 2", kind="barrier"))
    assert (answer.status_code, answer["Location"].endswith("#id_text")) == (302, True)
    text = client.get(answer["Location"]).content.decode()
    line = CapturedLine.objects.get()

    assert text.count("Names differ") == 2
    assert 'value="barrier" id="id_kind_3" required checked' in text or 'value="barrier" checked' in text
    change = client.get(f"{day.path}?change={line.pk}").content.decode()
    assert all(part in change for part in (f'value="{line.pk}"', 'name="revision" value="2"', ">\nNames differ<"))


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(day):
    client = client_of(day.facilitator)
    wrong = typed("Send it", kind="action", due_on="soon", who="DOER")
    page, program = client.post(day.path, wrong), client.post(day.path, wrong, **JSON)

    assert (page.status_code, program.status_code) == (400, 400)
    assert all(word in page.content.decode() for word in ("Send it", "soon", "DOER"))
    assert len(program.json()["wrong"]) == 1
    assert [client.post(day.path, typed(" "), **JSON).status_code, client.post(day.path, {}).status_code] == [400, 400]
    assert client.post(day.path, typed("x" * 1001), **JSON).status_code == 400


def test_nobody_is_named_without_a_tick(day):
    client = client_of(day.facilitator)
    client.post(day.path, typed("Unticked", said_by="HOST"))
    client.post(day.path, typed("Ticked", said_by="HOST", is_said_by="on"))

    found = {line.text: (line.said_by, line.attributed_to) for line in CapturedLine.objects.all()}
    assert found == {"Unticked": ("", None), "Ticked": ("HOST", day.host)}


def test_the_report_back_joins_and_makes(day):
    client, path = client_of(day.facilitator), f"{day.path}report/"
    one, two = day.line("One", group="Group 1"), day.line("Two", group="Group 2")
    action = day.line("Do it", "action")
    doer = OrganisationFactory()
    assert client.post(path, {"do": "join", "l": [one.pk]}).status_code == 400
    assert client.post(path, {"do": "order", f"p-{two.pk}": "1", f"p-{one.pk}": "2", "p-x": "y"}).status_code == 302
    assert client.post(path, {"do": "join", "l": [one.pk, two.pk]}).status_code == 302
    unread = client.post(path, {"do": "order", f"{action.pk.hex}-due_on": "soon"})
    assert (unread.status_code, 'value="soon"' in unread.content.decode()) == (400, True)
    every = {"do": "make", "l": [str(one.pk), str(two.pk), str(action.pk)]}
    lacking = client.post(path, every)
    assert (lacking.status_code, "by when" in lacking.content.decode()) == (400, True)
    filled = {f"{action.pk.hex}-organisation": doer.code, f"{action.pk.hex}-due_on": "2031-02-03"}
    assert client.post(path, {**every, **filled}).status_code == 302

    one.refresh_from_db()
    assert one.joined_into_id == two.pk
    assert (OutputPage.objects.get().title, FollowUpAction.objects.get().organisation) == ("Two", doer)
    assert client.get(path).status_code == 200


def test_the_report_back_asks_as_much_however_many_actions_lack_something(day):
    client, path = client_of(day.facilitator), f"{day.path}report/"
    day.line("Do it", "action")
    client.get(path)
    with CaptureQueriesContext(connection) as of_one:
        client.get(path)
    for number in range(9):
        day.line(f"Do {number}", "action")
    with CaptureQueriesContext(connection) as of_ten:
        text = client.get(path).content.decode()

    assert text.count("Which organisation does it?") == 10
    assert len(of_ten) == len(of_one)


def test_a_session_that_was_taken_out_keeps_its_lines(day):
    line = day.line("Said before")
    day.page.sessions.set(day.page.sessions.exclude(translation_key=day.session))
    day.page.save_revision().publish()
    client = client_of(day.facilitator)

    assert "No longer in the programme" in client.get(f"/events/{day.page.slug}/capture/").content.decode()
    assert line.text in client.get(f"{day.path}report/").content.decode()
    assert client.post(day.path, typed()).status_code == 302


def test_codes_are_made_shown_and_ended_by_their_page(day):
    client, path = client_of(day.facilitator), f"/events/{day.page.slug}/capture/"
    assert (client.post(path, {"days": "99"}).status_code, client.post(path, {"end": "none"}).status_code) == (400, 404)
    assert client.post(path, {"days": "2"}).status_code == 302
    code = EventCode.objects.get().code
    for shown in (path, f"{path}print/fair/"):
        text = client.get(shown).content.decode()
        assert (f"/sheets/{code}/" in text, text.count('class="qr"'), "style=" in text) == (True, 1, False)
    assert client.get(f"{path}print/nothing/").status_code == 404
    client.post(path, {"end": code})
    assert code not in client.get(path).content.decode()


def test_with_the_code_one_writes_and_reads_nothing_of_others(day):
    day.line("What another group said", group="Group 1")
    path, client = f"/sheets/{day.code}/{day.session}/", client_of(None)
    answer = client.post(path, typed("Ours", group="Group 1"))
    text = client.get(answer["Location"]).content.decode()

    assert (answer.status_code, "Ours" in text, "another group" in text) == (302, True, False)
    assert "Set-Cookie" not in answer.headers
    line = CapturedLine.objects.get(text="Ours")
    assert (line.by, line.group) == (None, "Group 1")
    shown = client.get(f"/sheets/{day.code}/").content.decode()
    assert all(title in shown for title in (day.page.title, "Who has what data", "Ideas"))
    assert all(word not in shown for word in ("Paris", "Which data can be shared?"))


def test_a_wrong_or_ended_code_is_no_address_and_many_are_refused(day, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "event_code_wrong": "14/h/ip"}
    client, sheet = client_of(None), {"key": uuid4(), "organisation_name": "Us", "have-0-what": "Maps"}
    revoke_code(code=EventCode.objects.get(code=day.code), by=day.facilitator)
    for path in (f"/sheets/{day.code}/", f"/sheets/{day.code}/fair/", "/sheets/ZZZZZZZZ/talk/"):
        assert client.get(path).content == client.get("/sheets/nothing/").content
        assert client.post(path, sheet).status_code in (404, 405)
    answers = {client.get("/sheets/", {"code": code}).status_code for code in (day.code, "ZZZZZZZZ")}
    assert (answers, Sheet.objects.count()) == ({404}, 0)
    guesses = [client.get("/sheets/?code=YYYYYYYY").status_code for _guess in range(6)]
    assert (guesses[0], guesses[-1]) == (404, 429)
    # Who has a valid code does not pay for what others of the room typed.
    valid = make_code(event=day.event, by=day.facilitator, days=3).code
    assert [client.get(path).status_code for path in (f"/sheets/{valid}/", f"/sheets/?code={valid}")] == [200, 302]
    line = typed("Heard all the same")
    assert client.post(f"/sheets/{valid}/{day.session}/", line).status_code == 302


def test_a_sheet_from_the_phone_to_the_draft(day):
    organisation = OrganisationFactory()
    speaker = member_of(organisation, focal_point=True)
    path, client = f"/sheets/{day.code}/fair/", client_of(None)
    empty = client.post(path, {"key": uuid4(), "organisation": organisation.code})
    assert (empty.status_code, empty.content.decode().count("Fill in one row")) == (400, 1)
    sent = {
        "key": uuid4(),
        "organisation_name": organisation.name_en,
        "need-0-what": "School lists",
        "have-1-what": "Maps",
    }
    assert client.post(path, sent).status_code == 302
    sheet = Sheet.objects.get()
    assert [row.what for row in sheet.rows.all()] == ["Maps", "School lists"]
    own = f"/my/sheets/{sheet.pk}/"
    assert client_of(speaker).get(own).status_code == 404
    confirm = {"do": "confirm", "organisation": organisation.code}
    assert client_of(day.facilitator).post(own, confirm).status_code == 302
    # It was for who speaks for it, and not for who runs the event.
    assert not DataHoldingPage.objects.exists()
    assert client_of(day.facilitator).post(own, confirm).status_code == 404
    assert client_of(speaker).post(own, {"do": "confirm"}).status_code == 302

    assert DataHoldingPage.objects.get().identity.owner == organisation
    drafts = client_of(speaker).get(own).context["drafts"]
    assert {each["title"] for each in drafts} == {"Maps", "School lists"}
    assert {client_of(speaker).get(each["url"]).status_code for each in drafts} == {200}


def test_the_page_to_capture_is_light(day):
    client = client_of(day.facilitator)
    for number in range(20):
        day.line(f"Something that was said, number {number}")
    for language in ("", "/ar"):
        page = client.get(f"{language}{day.path}").content
        parts = [
            page,
            *((STATIC / name).read_bytes() for name in ("css/portal.css", "css/capture.css", "js/capture.js")),
        ]
        assert sum(len(gzip.compress(part)) for part in parts) <= 30_000
    assert len(gzip.compress((STATIC / "js/capture.js").read_bytes())) <= 3_000
