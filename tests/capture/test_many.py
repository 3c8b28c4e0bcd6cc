"""Who has only the code can neither drown a session nor keep who runs the event from putting a line right."""

import re
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from events.capture.models import CapturedLine
from events.capture.queries import lines_of
from events.capture.services import capture_line, capturing
from portal.desk.capture import report_views

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(day):
    client = Client()
    client.force_login(day.facilitator)
    return client


def typed(text, revision=1, key=None, **more):
    return {"key": str(key or uuid4()), "revision": revision, "kind": "finding", "text": text, **more}


def texts(day):
    return [line.text for line in lines_of(day.event, day.session, day.facilitator)]


def test_the_report_back_has_pages_and_each_is_sent_alone(day, running, monkeypatch):
    monkeypatch.setattr(report_views, "ON_A_PAGE", 4)
    for number in range(9):
        day.line(f"Line {number}", kind="action", who="nobody")
    path = f"{day.path}report/"
    pages = [running.get(f"{path}?page={number}") for number in (1, 2, 3)]
    rows = [[row.number for row in page.context["rows"]] for page in pages]
    assert rows == [[1, 2, 3, 4], [5, 6, 7, 8], [9]]
    fields = re.findall(r'name="(p-[^"]+)"', pages[2].text)

    answer = running.post(f"{path}?page=3", {fields[0]: "1", "do": "order"})
    assert (answer.status_code, answer["Location"]) == (302, f"{path}?page=3")
    assert texts(day) == [f"Line {number}" for number in (0, 8, 1, 2, 3, 4, 5, 6, 7)]
    ticking = running.post(f"{path}?page=2", {"do": "tick"})
    assert sum(row.is_ticked for row in running.get(ticking["Location"]).context["rows"]) == 4


def test_a_page_of_the_report_back_is_no_more_fields_than_a_form_may_have():
    assert report_views.ON_A_PAGE * 4 < 500


def test_a_session_takes_so_many_lines_by_the_code_and_more_when_some_are_taken_out(day, running, monkeypatch):
    monkeypatch.setattr(capturing, "MOST_LINES", 3)
    path, guest = f"/sheets/{day.code}/{day.session}/", Client()
    sent = [typed(f"Line {number}") for number in range(4)]
    assert [guest.post(path, line).status_code for line in sent] == [302, 302, 302, 400]
    full = guest.post(path, sent[3])
    assert "No more can be written here with the code" in full.text
    assert ("Line 3" in full.text, guest.post(path, sent[0]).status_code) == (True, 302)
    assert running.post(day.path, typed("By who runs it")).status_code == 302

    line = CapturedLine.objects.get(text="Line 0")
    running.post(f"{day.path}report/", {"do": "take-out", "l": str(line.pk)})
    assert guest.post(path, sent[3]).status_code == 302
    assert sorted(texts(day)) == ["By who runs it", "Line 1", "Line 2", "Line 3"]


def test_a_line_takes_so_many_wordings_by_the_code(day, monkeypatch):
    monkeypatch.setattr(capturing, "MOST_WORDINGS", 2)
    key = uuid4()
    for revision in (1, 2):
        day.line(f"Wording {revision}", key=key, revision=revision)
    with pytest.raises(ValidationError):
        day.line("Wording 3", key=key, revision=3)
    day.line("Wording 2", key=key, revision=2)
    assert texts(day) == ["Wording 2"]


def test_who_runs_the_event_puts_right_what_was_written_with_the_code(day, running):
    path, guest, key = f"/sheets/{day.code}/{day.session}/", Client(), uuid4()
    assert guest.post(path, typed("False", 1_000_000, key)).status_code == 400
    assert guest.post(path, typed("False", 1000, key)).status_code == 302
    form = running.get(f"{day.path}?change={key}").context["form"]
    right = typed("Right", form["revision"].value(), key)
    assert running.post(day.path, right).status_code == 302

    guest.post(path, typed("False again", 999, key))
    capture_line(key=key, event=day.event, session_key=day.session, said={"text": "And again"}, revision=2_000_000)
    assert texts(day) == ["Right"]
    running.post(f"{day.path}report/", {"do": "take-out", "l": str(key)})
    capture_line(key=key, event=day.event, session_key=day.session, said={"text": "Once more"}, revision=3_000_000)
    assert texts(day) == []


def test_a_zero_byte_is_no_code(day, running):
    assert running.post(f"/events/{day.page.slug}/capture/", {"end": "\0"}).status_code == 404
    assert Client().get("/sheets/", {"code": "\0AAAAAAA"}).status_code in (400, 404)
