"""Every read of details above `members`, and every refusal, is in the log when the answer is out."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.records import reads
from portal.records.models import ReviewTask
from portal.records.reads import audit_log, note_read, note_refusal
from tests.factories.media import DocumentFactory
from tests.factories.people import UserFactory, editor, member_of
from tests.factories.records import decide, make_record


@pytest.fixture(autouse=True)
def empty_counters():
    cache.clear()


@pytest.fixture
def page(organisation):
    page = make_record()
    decide(page, listed_to="members", details_to="named_organisations", owner=organisation)
    AuditEntry.objects.all().delete()
    return page


def entries():
    return [(entry.action, entry.code, entry.by, entry.detail) for entry in AuditEntry.objects.order_by("pk")]


def closed(response):
    """What a server's `response.close()` calls; closing outside of a client would end the test's connection, too."""
    for closer in response._resource_closers:
        closer()


def test_a_read_of_details_above_members_is_logged(client, page, organisation):
    reader = member_of(organisation)
    client.force_login(reader)

    client.get(page.get_url())
    client.head(page.get_url())

    assert entries() == [("read", page.identity.code, reader, {})]


def test_what_every_member_may_read_is_not(client, page):
    decide(page, listed_to="members", details_to="members")
    client.force_login(member_of())

    client.get(page.get_url())

    assert entries() == []


def test_the_card_alone_is_no_read(client, page):
    client.force_login(member_of())

    assert client.get(page.get_url()).status_code == 200
    assert entries() == []


def test_editors_are_logged_too(client, page):
    by = editor()
    client.force_login(by)

    client.get(f"/fr{page.get_url()}")

    assert entries() == [("read", page.identity.code, by, {})]


@pytest.mark.parametrize("address", ["{url}", "/fr{url}", "/r/{code}", "/ar/r/{lower}"])
def test_a_refusal_is_logged_and_tells_nothing(client, page, address):
    code = page.identity.code
    address = address.format(url=page.get_url(), code=code, lower=code.lower())

    assert client.get(address).status_code == 404
    assert entries() == [("refused", code, None, {})]


def test_an_absent_address_is_no_refusal(client):
    for address in ("/case-studies/nothing-here/", "/r/CS-ZZZZ", "/files/documents/none.pdf"):
        assert client.get(address).status_code == 404

    assert entries() == []


def test_files_leave_reads_and_refusals_of_the_records_that_show_them(client, organisation, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = DocumentFactory()
    page = make_record(results=f'<a linktype="document" id="{document.pk}">notes</a>')
    decide(page, listed_to="members", details_to="named_organisations", owner=organisation)
    AuditEntry.objects.all().delete()
    reader = member_of(organisation)

    client.get(document.url)
    client.force_login(reader)
    assert b"".join(client.get(document.url)).startswith(b"%PDF")

    code = page.identity.code
    assert entries() == [("refused", code, None, {}), ("read", code, reader, {"way": "file"})]


def test_a_machine_that_guesses_cannot_fill_the_log(client, page, monkeypatch):
    monkeypatch.setattr(reads, "REFUSALS_A_DAY", 3)
    stranger = member_of()
    decide(page, listed_to="owner_organisation")
    AuditEntry.objects.all().delete()

    for _ in range(5):
        client.get(page.get_url())
    for _ in range(2):
        client.get(page.get_url(), REMOTE_ADDR="192.0.2.7")
    client.force_login(stranger)
    for _ in range(4):
        client.get(page.get_url(), REMOTE_ADDR="192.0.2.7")

    code, last = page.identity.code, {"last_of_today": True}
    assert entries() == [
        *[("refused", code, None, {})] * 2, ("refused", code, None, last),
        *[("refused", code, None, {})] * 2,
        *[("refused", code, stranger, {})] * 2, ("refused", code, stranger, last),
    ]  # fmt: skip


def test_no_network_address_is_kept(client, page):
    client.get(page.get_url(), REMOTE_ADDR="192.0.2.77")

    kept = str(getattr(cache, "_cache", "")) + str(list(AuditEntry.objects.values()))
    assert "refusals" in kept
    assert "192.0.2.77" not in kept


def by_editor(path):
    request = RequestFactory().get(path)
    request.user = editor()
    return request


def test_it_is_written_when_the_answer_is_closed_and_not_before(page):
    def view(request):
        note_read(request, page.key)
        note_refusal(request, key=page.key)
        return HttpResponse("done")

    response = audit_log(view)(by_editor("/"))

    assert entries() == []
    closed(response)
    assert [entry[0] for entry in entries()] == ["read", "refused"]


def test_an_answer_is_out_whatever_happens_to_the_log(page, caplog):
    def view(request):
        note_refusal(request, nonsense=1)
        return HttpResponse("done")

    closed(audit_log(view)(RequestFactory().get("/")))

    assert [record.message for record in caplog.records] == ["audit log not written"]
    assert entries() == []


def test_the_number_of_a_day_is_kept_for_a_day(client, page, settings):
    backend = "django.core.cache.backends.db.DatabaseCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "kept_numbers"}}
    call_command("createcachetable")

    for _ in range(2):
        client.get(page.get_url())

    with connection.cursor() as cursor:
        cursor.execute("SELECT expires FROM kept_numbers WHERE cache_key LIKE '%refusals%'")
        (expires,) = [each for (each,) in cursor.fetchall()]
    assert str(expires) > f"{timezone.now() + timedelta(hours=23):%Y-%m-%d %H:%M:%S}"


def test_a_cache_that_fails_loses_no_line(page, settings, caplog):
    def view(request):
        note_read(request, page.key)
        note_refusal(request, key=page.key)
        return HttpResponse("done")

    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "no_such_table"}
    }
    closed(audit_log(view)(by_editor("/")))

    assert [entry[0] for entry in entries()] == ["read", "refused"]
    assert [record.message for record in caplog.records] == ["refusals not counted"]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("edit", ["page"]), ("view_draft", ["page"]),
        ("revisions_view", ["page", "revision"]), ("revisions_revert", ["page", "revision"]),
        ("revisions_compare", ["page", "live", "latest"]), ("workflow_preview", ["page", "task"]),
    ],
)  # fmt: skip
def test_every_view_of_the_admin_that_shows_a_record_is_a_read(client, page, name, arguments):
    page.get_workflow().start(page, editor())
    AuditEntry.objects.all().delete()
    by = UserFactory(is_superuser=True, is_staff=True)
    client.force_login(by)
    values = {"page": page.pk, "revision": page.latest_revision_id, "task": ReviewTask.objects.get().pk}
    url = reverse(f"wagtailadmin_pages:{name}", args=[values.get(argument, argument) for argument in arguments])

    assert client.get(url).status_code == 200

    assert entries() == [("read", page.identity.code, by, {})]


def test_lists_of_the_admin_and_pages_that_are_no_records_are_no_reads(client, page):
    client.force_login(editor())
    home = Page.objects.get(slug="home")

    for name, shown in (("history", page), ("edit", home)):
        assert client.get(reverse(f"wagtailadmin_pages:{name}", args=[shown.pk])).status_code == 200

    assert entries() == []


def test_levels_are_those_above_members():
    assert reads.ABOVE_MEMBERS == [Level.NAMED, Level.OWNER]


def test_words_of_details_in_a_list_are_a_read(client, page, organisation):
    reader = member_of(organisation)
    client.force_login(reader)
    word = "seldomword"
    page.challenge = f"<p>{word}</p>"
    page.save_revision().publish()
    AuditEntry.objects.all().delete()

    client.get(reverse("search:search"), {"q": word})

    assert entries() == [("read", page.identity.code, reader, {})]


def test_a_copy_of_a_record_is_a_read_of_it(client, page):
    by = editor()
    client.force_login(by)

    form = {"new_title": "A copy", "new_slug": "a-copy", "new_parent_page": page.get_parent().pk}
    client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form)

    assert ("read", page.identity.code, by, {}) in entries()
