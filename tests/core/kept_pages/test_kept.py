"""Answers to visitors are kept until anything is written; nobody else gets one or leaves one."""

import re

import pytest
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ReferenceIndex, Site

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.access.services import REFUSED, restrict_access, withdraw_record
from portal.core.kept_pages import kept_pages
from portal.home.models import StandardPage
from portal.records.file_uses import renew_uses
from portal.taxonomy.models import GlossaryTerm, ParticipantRole, Sector
from portal.taxonomy.services import save_term
from tests.factories.media import DocumentFactory
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db(transaction=True)
COUNTING = re.compile(r"search_ask|^(?:BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK)")


@pytest.fixture(autouse=True)
def empty():
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def record():
    organisation = OrganisationFactory(name_en="Owning body")
    record = make_record(title="Open words", sectors=[Sector.objects.get(key="education")])
    record.organisations.create(organisation=organisation, role=ParticipantRole.objects.first())
    record.save_revision().publish()
    return record


def asked(path, **headers):
    """The answer, and whether it was a kept one: then the database was asked for the generation alone, but for the
    search that is counted when the answer is out."""
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(path, headers=headers)
    return response, len([each for each in captured if not COUNTING.search(each["sql"])]) == 1


def same(one, other):
    return (one.status_code, one.content, list(one.items())) == (other.status_code, other.content, list(other.items()))


PATHS = ["/", "/case-studies/", "/search/?q=open&sector=education", "/organisations/", "/glossary/", "/about/", "/ar/"]


@pytest.mark.parametrize("path", [*PATHS, "record"])
def test_the_second_visitor_gets_the_same_bytes(record, path):
    path = record.get_url() if path == "record" else path
    (first, was_kept), (second, is_kept) = asked(path), asked(path)
    caches["pages"].clear()
    fresh, _ = asked(path)

    assert (was_kept, is_kept) == (False, True)
    assert same(first, second)
    assert same(first, fresh)
    assert first["Cache-Control"] == "public, no-cache"


def narrowed(record):
    restrict_access(identity=record.identity, by=editor(), listed_to=Level.OWNER, details_to=Level.OWNER)


def withdrawn(record):
    withdraw_record(identity=record.identity, by=editor())


def unpublished(record):
    record.unpublish()


def published_anew(record):
    record.title = "Other words"
    record.save_revision().publish()


def another_published(record):
    make_record(title="Open words too")


def term_relabelled(record):
    sector = Sector.objects.get(key="education")
    sector.label_en = "Zymurgic learning"
    save_term(term=sector, by=editor())


def organisation_renamed(record):
    organisation = record.organisations.get().organisation
    organisation.name_en = "Renamed body"
    organisation.save()


def standard_page_edited(record):
    page = StandardPage.objects.get(slug="about", locale__language_code="en")
    page.body = "<p>Zymurgic community</p>"
    page.save_revision().publish()


def glossary_extended(record):
    GlossaryTerm.objects.create(key="zymurgy", term_en="Zymurgy", definition_en="The making of beer.")


def home_page_in_sql(record):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE home_homepage SET lead = 'Zymurgic lead'")


def host_moved(record):
    Site.objects.update(root_page=StandardPage.objects.get(slug="about", locale__language_code="en").page_ptr_id)
    Site.clear_site_root_paths_cache()


LIST, RECORD = "/case-studies/", "record"
CHANGES = [
    (narrowed, RECORD), (narrowed, LIST), (narrowed, "/"), (narrowed, "/search/?q=words"),
    (withdrawn, RECORD), (withdrawn, LIST), (unpublished, RECORD), (unpublished, LIST),
    (published_anew, RECORD), (published_anew, LIST), (another_published, LIST), (another_published, "/"),
    (term_relabelled, RECORD), (term_relabelled, LIST), (organisation_renamed, RECORD),
    (organisation_renamed, "/organisations/"), (standard_page_edited, "/about/"), (glossary_extended, "/glossary/"),
    (home_page_in_sql, "/"), (host_moved, "/"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "path"), CHANGES, ids=lambda value: getattr(value, "__name__", value))
def test_the_next_visitor_sees_a_change(record, change, path):
    path = record.get_url() if path == RECORD else path
    before, _ = asked(path)
    assert asked(path)[1]

    change(record)
    after, _ = asked(path)
    caches["pages"].clear()

    assert after.content != before.content
    assert same(after, asked(path)[0])


def test_a_page_asked_for_before_its_files_are_written_down_is_asked_anew_after(record, settings, tmp_path):
    """Which files it shows is written after it is published: until then its links are only words."""
    settings.MEDIA_ROOT = tmp_path
    document = DocumentFactory()
    record.results = f'<p><a linktype="document" id="{document.pk}">notes</a></p>'
    record.save_revision().publish()
    ReferenceIndex.remove_references_to(document)
    assert f'href="{document.url}"' not in asked(record.get_url())[0].text
    assert asked(record.get_url())[1]

    renew_uses(record)

    assert f'href="{document.url}"' in asked(record.get_url())[0].text


def test_who_is_signed_in_neither_gets_nor_leaves_one(record):
    path = record.get_url()
    for_visitors, _ = asked(path)
    client = Client()
    client.force_login(member_of(OrganisationFactory()))

    for_visitors, _ = asked(path)
    for_members = client.get(path)
    again, is_kept = asked(path)

    assert is_kept
    assert same(again, for_visitors)
    assert "account_logout" not in again.text
    assert for_members["Cache-Control"] == "private, no-store"
    assert reverse("account_logout") in for_members.text
    caches["pages"].clear()
    client.get(path)
    assert not asked(path)[1]


@pytest.mark.parametrize("headers", [{"cookie": "a=b"}, {"authorization": "Basic YTpi"}])
def test_who_brings_something_neither_gets_nor_leaves_one(record, headers):
    assert [asked(LIST, **headers)[1] for _ in range(2)] == [False, False]
    assert not asked(LIST)[1]
    assert not asked(LIST, **headers)[1]
    assert asked(LIST)[1]


def test_languages_hosts_and_filters_are_apart(record):
    paths = ["/case-studies/", "/fr/case-studies/", "/ar/case-studies/", "/case-studies/?sector=education"]
    paths += ["/case-studies/?sector=health", "/case-studies/?page=2"]

    answers = [[asked(path) for path in paths] for _ in range(2)]

    assert [is_kept for _, is_kept in answers[0]] == [False] * 6
    assert [is_kept for _, is_kept in answers[1]] == [True] * 6
    assert all(same(one, other) for (one, _), (other, _) in zip(*answers, strict=True))
    assert not asked(LIST, host="localhost")[1]
    assert "http://localhost/case-studies/" in asked(LIST, host="localhost")[0].text


def test_what_an_answer_varies_on_is_part_of_its_key(record):
    assert "accept-language" in asked(LIST)[0]["Vary"].lower()

    assert not asked(LIST, accept_language="fr")[1]
    assert asked(LIST, accept_language="fr")[1]


def test_absent_and_hidden_addresses_are_not_kept_and_refusals_are_logged(record):
    hidden = make_record(title="Hidden words", listed_to=Level.OWNER)
    for path in ("/nothing/", hidden.get_url(), hidden.get_url()):
        response, is_kept = asked(path)
        assert (response.status_code, is_kept) == (404, False)

    assert AuditEntry.objects.filter(action=REFUSED, identity=hidden.identity).count() == 2


def test_sign_in_is_not_kept():
    answers = [asked("/accounts/login/")[0] for _ in range(2)]

    assert answers[0].cookies["csrftoken"].value != answers[1].cookies["csrftoken"].value


def test_the_sign_of_life_asks_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Client().get("/healthz").text == "ok"


def test_head_and_etag_are_answered_from_what_is_kept(record):
    first, _ = asked(LIST)
    with CaptureQueriesContext(connection) as captured:
        head, confirmed = Client().head(LIST), Client().get(LIST, headers={"if-none-match": first["ETag"]})

    assert len(captured) == 2
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", first["ETag"])
    assert (confirmed.status_code, confirmed.content) == (304, b"")


def test_a_narrowed_page_is_not_confirmed(record):
    path = record.get_url()
    etag = asked(path)[0]["ETag"]

    narrowed(record)

    assert asked(path, if_none_match=etag)[0].status_code == 404


def test_long_queries_are_not_kept(record):
    path = f"/search/?q=open&{'x' * 1_000}=1"

    assert [asked(path)[1] for _ in range(2)] == [False, False]


def test_many_addresses_do_not_fill_the_memory(record, settings):
    settings.CACHES = {**settings.CACHES, "pages": {**settings.PAGE_CACHE, "OPTIONS": {"MAX_ENTRIES": 3}}}
    for number in range(6):
        asked(f"/glossary/?x={number}")

    assert sum(asked(f"/glossary/?x={number}")[1] for number in range(5, -1, -1)) <= 3


class Broken(BaseCache):
    """A cache that fails."""

    def __init__(self, location, params):
        super().__init__(params)

    def get(self, *args, **options):
        raise OSError

    set = clear = get


def test_a_cache_that_fails_is_no_error(record, settings):
    whole = asked(LIST)[0]
    settings.CACHES = {**settings.CACHES, "pages": {"BACKEND": f"{__name__}.Broken"}}

    assert [same(asked(LIST)[0], whole) for _ in range(2)] == [True, True]
    settings.CACHES = {**settings.CACHES, "pages": settings.PAGE_CACHE}


def test_what_was_made_while_somebody_wrote_is_never_shown(record, rf):
    """The answer shows what was before the write and is ready after it."""
    titles = []

    def slow(request):
        titles.append(type(record).objects.get(pk=record.pk).title)
        if len(titles) == 1:
            published_anew(record)
        return HttpResponse(titles[-1], headers={"Cache-Control": "public, no-cache", "ETag": '"a"'})

    answers = [kept_pages(slow)(rf.get("/")).text for _ in range(3)]
    assert (answers, len(titles)) == (["Open words", "Other words", "Other words"], 2)
