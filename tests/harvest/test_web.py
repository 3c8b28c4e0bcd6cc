"""Catalogues that are read from the web: by command, every day, and when they fail."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Revision

from portal.core.schedule import jobs
from portal.harvest.enums import Format
from portal.harvest.models import HarvestedRecord, HarvestRun, HarvestSource
from practices.holdings.models import DataHoldingPage
from tests.factories.people import UserFactory, editor
from tests.harvest.answers import REAL, package, search
from tests.harvest.sites import site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def private(settings):
    settings.OUTSIDE_ALLOW_PRIVATE, settings.HARVEST_DELAY = True, 0


def told(command, *arguments, **options):
    """What a command prints."""
    out = StringIO()
    call_command(command, *arguments, stdout=out, **options)
    return out.getvalue()


def test_an_address_is_read_and_read_again():
    with site(lambda path, headers: (200, {}, search(package()))) as there:
        first = told("import_ckan", there.address)
        second = told("import_ckan", there.address)

        assert there.paths[0] == "/api/3/action/package_search?rows=100&start=0"
    assert "New: 1" in first
    assert "Unchanged: 1" in second
    assert DataHoldingPage.objects.count() == 1
    assert HarvestedRecord.objects.get().address == f"{there.address}/dataset/hazards-of-exampleland"


def test_a_data_sets_page_is_read():
    def answer(path, headers):
        return 200, {}, b'{"success": true, "result": %s}' % search(package()).split(b'"results": [')[1][:-3]

    with site(answer) as there:
        told("import_ckan", f"{there.address}/dataset/hazards-of-exampleland")

        assert there.paths == ["/api/3/action/package_show?id=hazards-of-exampleland"]
    assert DataHoldingPage.objects.count() == 1


@pytest.mark.parametrize("answer", [(500, {}, b""), (200, {}, b"<html>"), (200, {}, b'{"success": false}')])
def test_a_failure_is_said_and_leaves_everything_as_it_was(answer):
    answers = [(200, {}, search(package())), answer]
    with site(lambda path, headers: answers.pop(0)) as there:
        told("import_ckan", there.address)
        read_at, versions = HarvestedRecord.objects.get().read_at, Revision.objects.count()

        with pytest.raises(CommandError, match="Nothing was imported"):
            told("import_ckan", there.address)

    record = HarvestedRecord.objects.get()
    assert (record.read_at, record.gone_since, Revision.objects.count()) == (read_at, None, versions)
    assert [bool(run.failure) for run in HarvestRun.objects.all()] == [True, False]


def test_catalogues_are_read_every_day_and_only_if_they_changed():
    def answer(path, headers):
        return (304, {}, b"") if headers.get("If-None-Match") == '"1"' else (200, {"ETag": '"1"'}, search(package()))

    with site(answer) as there:
        source = HarvestSource.objects.create(title="Here", address=there.address, is_scheduled=True)
        HarvestSource.objects.create(title="Not read", address=f"{there.address}/other")
        assert "New: 1" in told("harvest_catalogues")
        before = HarvestedRecord.objects.get().read_at
        assert "Unchanged: 1" in told("harvest_catalogues")

        assert len(there.asked) == 2
    assert HarvestedRecord.objects.get().read_at > before
    assert source.runs.count() == 2
    assert "harvest_catalogues" in {job.command for job in jobs()}


def test_one_catalogue_that_fails_stops_no_other(caplog):
    with site(lambda path, headers: (200, {}, search(package()))) as there:
        HarvestSource.objects.create(title="A: away", address="http://nothing.invalid", is_scheduled=True)
        HarvestSource.objects.create(title="B: here", address=there.address, is_scheduled=True)

        said = told("harvest_catalogues")

    assert "A: away" in said
    assert "New: 1" in said
    assert [record.message for record in caplog.records] == ["a catalogue was not read"]


def test_a_file_by_command():
    said = told("import_ckan", str(REAL), site="https://data.example.org")

    assert "New: 10" in said
    assert "tags: political violence" not in said
    assert "tags: protests (10)" in said
    source = HarvestSource.objects.get()
    assert (source.title, source.address, source.format) == (
        "data.example.org",
        "https://data.example.org",
        Format.CKAN,
    )


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["/nothing/here.json"], {}),
        ([str(REAL)], {"site": "nowhere"}),
        ([str(REAL)], {"by": "nobody@example.org"}),
        (["http://name:word@example.org/"], {}),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(arguments, options):
    with pytest.raises(CommandError, match="Nothing was imported"):
        told("import_ckan", *arguments, **options)

    assert not HarvestedRecord.objects.exists()


def test_a_file_that_is_too_large_is_not_read(settings):
    settings.HARVEST_MOST_BYTES = 1000

    with pytest.raises(CommandError, match="1000 bytes"):
        told("import_ckan", str(REAL))


def test_in_whose_name_must_be_an_editor():
    with pytest.raises(CommandError):
        told("import_ckan", str(REAL), by=UserFactory().email)

    by = editor()
    told("import_ckan", str(REAL), by=by.email)
    assert HarvestSource.objects.get().in_name_of == by
