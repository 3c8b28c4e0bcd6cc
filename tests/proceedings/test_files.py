"""Files are made one at a time and not too often, kept where they were published, and read by those who do not see."""

import fcntl
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from events.proceedings import one_file_at_a_time
from events.proceedings.printing import can_print
from events.proceedings.retained import files
from events.proceedings.services import publish_proceedings, take_back_version
from portal.access.enums import Level
from tests.factories.proceedings import Workshop, asked
from tests.factories.records import decide

pytestmark = [
    pytest.mark.django_db, pytest.mark.skipif(not can_print(), reason="this machine makes no PDF")
]  # fmt: skip


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.PRINTED_DIR = tmp_path
    return tmp_path


@pytest.fixture
def workshop():
    return Workshop()


@pytest.fixture
def version(workshop):
    return publish_proceedings(event=workshop.event.identity, by=workshop.facilitator)


def path_of(workshop, more):
    return f"/events/{workshop.event.slug}/proceedings{more}"


def kept(folder):
    return sorted(folder.glob("*/*"))


def test_what_was_published_is_made_once_for_all_who_read_the_same(workshop, version, folder):
    first = asked(path_of(workshop, "/1.pdf"), workshop.member)
    (file,) = kept(folder)
    same = file.read_bytes() == first.content
    file.write_bytes(b"kept")

    assert same
    assert asked(path_of(workshop, "/1.pdf"), workshop.member).content == b"kept"
    assert asked(path_of(workshop, "/1.pdf")).content != b"kept"
    assert len(kept(folder)) == 2


def test_what_says_what_one_may_not_read_any_more_is_found_by_nobody(workshop, version, folder):
    asked(path_of(workshop, "/1.pdf"))
    for file in kept(folder):
        file.write_bytes(b"kept")
    decide(workshop.outputs["public"], listed_to=Level.MEMBERS)

    assert asked(path_of(workshop, "/1.pdf")).content != b"kept"


def test_files_go_with_their_version_and_with_time(workshop, version, folder, django_capture_on_commit_callbacks):
    asked(path_of(workshop, "/1.pdf"))
    now = timezone.now()
    assert (files(now - timedelta(days=1)), len(kept(folder))) == (0, 1)
    assert (files(now + timedelta(days=1)), len(kept(folder))) == (1, 0)
    asked(path_of(workshop, "/1.pdf"))
    with django_capture_on_commit_callbacks(execute=True):
        take_back_version(version=version, by=workshop.facilitator)

    assert kept(folder) == []


def test_of_a_version_that_is_gone_nothing_stays(workshop, version, folder):
    asked(path_of(workshop, "/1.pdf"))
    version.delete()

    assert (files(timezone.now() - timedelta(days=1)), kept(folder)) == (1, [])


@pytest.mark.parametrize("form", [".pdf", ".docx"])
def test_while_another_one_is_made_one_is_told_so_and_may_read_the_page(workshop, folder, form, monkeypatch):
    monkeypatch.setattr(one_file_at_a_time, "WAIT", 0)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        busy = asked(path_of(workshop, form))
    after = asked(path_of(workshop, form))

    assert (busy.status_code, busy["Retry-After"], busy["Cache-Control"]) == (503, "30", "private, no-store")
    assert f'href="{path_of(workshop, "/")}"' in busy.text
    assert f'href="{path_of(workshop, form)}"' in busy.text
    assert after.status_code == 200


@pytest.mark.parametrize("more", [".pdf", ".docx", "/1.pdf"])
def test_a_query_leads_to_the_file_itself_and_makes_no_other(workshop, version, folder, more):
    answers = [asked(f"{path_of(workshop, more)}?{query}") for query in ("a=1", "=", "lang=fr&a=1")]
    unknown = asked("/events/nothing-here/proceedings.pdf?a=1")

    assert {(each.status_code, each.url) for each in answers} == {(302, path_of(workshop, more))}
    assert unknown.status_code == 302
    assert kept(folder) == []


def test_what_is_kept_waits_for_nothing(workshop, version, folder, monkeypatch):
    monkeypatch.setattr(one_file_at_a_time, "WAIT", 0)
    asked(path_of(workshop, "/1.pdf"))
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        assert asked(path_of(workshop, "/1.pdf")).status_code == 200


def test_who_has_many_made_is_asked_to_wait_but_not_for_what_is_kept(workshop, version, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "proceedings_file": "1/h/ip"}
    client = Client(REMOTE_ADDR="192.0.2.77")

    answers = [client.get(path_of(workshop, more)).status_code for more in ("/1.pdf", "/1.pdf", ".docx", ".pdf")]

    assert answers == [200, 200, 429, 429]


def test_what_is_too_long_for_a_pdf_says_what_to_take_instead(workshop, monkeypatch):
    monkeypatch.setattr("events.proceedings.printing.LONGEST", 0.01)
    answers = [asked(path_of(workshop, form)) for form in (".pdf", ".docx")]

    assert [each.status_code for each in answers] == [503, 200]
    assert "DOCX" in answers[0].text


@pytest.mark.parametrize(("prefix", "language"), [("", "en"), ("/fr", "fr"), ("/ar", "ar")])
def test_a_pdf_says_its_title_and_language_and_is_tagged(workshop, prefix, language):
    reader = PdfReader(BytesIO(asked(f"{prefix}{path_of(workshop, '.pdf')}").content))
    root = reader.trailer["/Root"]

    assert (reader.metadata.title, root["/Lang"]) == ("What we found", language)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert [each.title for each in reader.outline if not isinstance(each, list)] == ["What we found"]
