"""The file that visitors take along: made each day, and away at once when something in it is not for them any more."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from portal.access.enums import Level
from portal.access.services import restrict_access, withdraw_record
from portal.offline.keeping import AGE, path_of, renew_bundles
from tests.factories.people import editor
from tests.factories.records import make_record
from tests.offline.bundles import Opened

pytestmark = pytest.mark.django_db


def taken(path="/offline.zip"):
    response = Client().get(path)
    assert response.status_code == 200, path
    return Opened(b"".join(response))


@pytest.fixture
def record(folder):
    return make_record(title="What was shared", context="<p>In the north.</p>")


def test_the_page_says_what_there_is(record):
    assert renew_bundles() == ["en", "fr", "ar"]
    text = Client().get("/fr/offline/").content.decode()

    assert [address in text for address in ('"/offline.zip"', '"/fr/offline.zip"', '"/ar/offline.zip"')] == [True] * 3
    assert timezone.localdate().isoformat() in text


def test_a_file_is_in_the_language_of_its_address(record):
    assert renew_bundles() == ["en", "fr", "ar"]
    assert [taken(path).folder for path in ("/offline.zip", "/fr/offline.zip", "/ar/offline.zip")] == [
        "portal-en", "portal-fr", "portal-ar",
    ]  # fmt: skip
    response = Client().get("/ar/offline.zip")
    assert response["Content-Disposition"] == 'attachment; filename="portal-ar.zip"'
    assert (response["X-Robots-Tag"], response["Cache-Control"]) == ("noindex", "private, no-store")
    assert not response.cookies
    response.close()


def test_without_a_file_the_page_says_so_and_the_file_is_absent(folder):
    assert "There is no file at the moment" in Client().get("/offline/").content.decode()
    assert Client().get("/offline.zip").status_code == 404


def test_a_broken_file_is_none(record):
    assert renew_bundles() == ["en", "fr", "ar"]
    path_of("en").write_bytes(b"PK\3\4 and then nothing")

    assert Client().get("/offline.zip").status_code == 404
    assert renew_bundles() == ["en"]
    assert taken().codes() >= {record.identity.code}


def test_what_is_withdrawn_is_away_at_once_and_absent_from_the_next_file(record):
    make_record(title="What stays")
    assert renew_bundles() == ["en", "fr", "ar"]
    code = record.identity.code
    assert code in taken().codes()

    withdraw_record(identity=record.identity, by=editor())

    assert Client().get("/offline.zip").status_code == 404
    assert "offline.zip" not in Client().get("/offline/").content.decode()
    assert renew_bundles() == ["en", "fr", "ar"]
    bundle = taken()
    assert code not in bundle.codes()
    assert [name for name, content in bundle.files.items() if b"What was shared" in content] == []


def test_what_is_narrowed_to_its_card_takes_the_file_away(record):
    assert renew_bundles() == ["en", "fr", "ar"]
    restrict_access(identity=record.identity, by=editor(), details_to=Level.MEMBERS)

    assert Client().get("/offline.zip").status_code == 404
    renew_bundles()
    page = taken().text(f"records/{record.identity.code}.html")
    assert "What was shared" in page
    assert "In the north" not in page
    assert "Its details are not for everyone." in page


def test_what_is_no_longer_published_takes_the_file_away(record):
    assert renew_bundles() == ["en", "fr", "ar"]
    record.unpublish()

    assert Client().get("/offline.zip").status_code == 404


def test_what_is_new_leaves_the_file_until_the_next_day(record):
    assert renew_bundles() == ["en", "fr", "ar"]
    make_record(title="Something else")

    assert renew_bundles() == []
    assert taken().codes() >= {record.identity.code}


def test_a_file_is_made_anew_after_a_day(record, monkeypatch):
    assert renew_bundles() == ["en", "fr", "ar"]
    later = timezone.now() + AGE + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)

    assert renew_bundles() == ["en", "fr", "ar"]
    assert renew_bundles() == []


def test_a_portal_without_public_entries_has_no_file(record):
    assert renew_bundles() == ["en", "fr", "ar"]
    withdraw_record(identity=record.identity, by=editor())
    out = io.StringIO()

    call_command("renew_offline", stdout=out)

    assert out.getvalue() == ""
    assert [path_of(language).exists() for language in ("en", "fr", "ar")] == [False] * 3


def test_the_page_asks_few_questions_however_many_entries(record, django_assert_max_num_queries):
    assert renew_bundles() == ["en", "fr", "ar"]
    for number in range(3):
        make_record(title=f"Another {number}")
    Client().get("/offline/")

    with django_assert_max_num_queries(15):
        Client().get("/offline/")
