"""Answers to visitors are kept until anything is written; nobody else gets one or leaves one."""

import pytest
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.access.services import REFUSED
from tests.core.kept_pages.asked import LIST, RECORD, asked, same
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db(transaction=True)
PATHS = ["/", "/case-studies/", "/search/?q=open&sector=education", "/organisations/", "/glossary/", "/about/", "/ar/"]


@pytest.mark.parametrize("path", [*PATHS, RECORD])
def test_the_second_visitor_gets_the_same_bytes(record, path):
    path = record.get_url() if path == RECORD else path
    (first, was_kept), (second, is_kept) = asked(path), asked(path)
    caches["pages"].clear()
    fresh, _ = asked(path)

    assert (was_kept, is_kept) == (False, True)
    assert same(first, second)
    assert same(first, fresh)
    assert first["Cache-Control"] == "public, no-cache"


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
