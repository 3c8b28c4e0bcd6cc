"""The judged line: an authority finds and withdraws a card about its data that others wrote, in three clicks at the
most; in the next answer it is gone from every way out, whatever was kept of it before."""

import re
from urllib.parse import urlsplit

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from portal.access.models import AuditEntry
from portal.access.services import withdraw_record
from portal.community.feeds import feed_url, open_feed
from portal.community.models import SavedSearch
from portal.core.own_answers import answer_to_visitor
from portal.desk.incident.gone import checks_of
from portal.search.projection import rebuild
from portal.taxonomy.models import Country, OrganisationType
from tests.desk.incident.conftest import WHAT, identity_of
from tests.factories.exchange import hold
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db(transaction=True)
TITLE, KEEPER = "Hazard table of the northern quarter", "Keeper of the tables"
LINK = re.compile(r'<a[^>]*href="([^"]+)"')


@pytest.fixture
def authority():
    return OrganisationFactory(kind=OrganisationType.objects.get(key="national_mine_action_authority"))


@pytest.fixture
def holding(authority):
    """A holding of the authority's data, open to everyone, that another organisation wrote and keeps."""
    keeper = OrganisationFactory(name_en=KEEPER)
    page = hold(by=keeper, title=TITLE, owner=member_of(keeper), countries=[Country.objects.get(key="irq")])
    decide(page, listed_to="public", owner=authority, custodian=keeper)
    return page


def ways_out(page, feed):
    title = {"q": TITLE}
    return {
        "page": (page.get_url(), {}),
        "page in French": (f"/fr{page.get_url()}", {}),
        "list": ("/holdings/", {}),
        "file of the list": ("/holdings.csv", {}),
        "feed of the list": ("/holdings.atom", {}),
        "search": ("/search/", title),
        "search in Arabic": ("/ar/search/", title),
        "search as a file": ("/search.csv", title),
        "exchange": ("/exchange/", {"rows": "organisation"}),
        "country": ("/countries/irq/", {}),
        "sitemap": ("/sitemap.xml", {}),
        "saved search": (feed, {}),
    }


def showing(client, ways, page, etags=None):
    """The ways out in whose answer the entry stands; with `etags`, as a browser asks that has the answer already."""
    found = set()
    for name, (path, query) in ways.items():
        known = {"If-None-Match": etags[name]} if etags and etags.get(name) else {}
        response = client.get(path, query, headers=known)
        text = b"".join(response).decode()
        if response.status_code == 304 or (
            response.status_code == 200 and (page.slug in text or _is_marked(name, text))
        ):
            found.add(name)
    return found


def _is_marked(name, text):
    """The matrix names no entry: it has a line for the organisation that keeps one."""
    return name == "exchange" and KEEPER in text


def etags_of(client, ways):
    return {name: client.get(path, query).headers.get("ETag", "") for name, (path, query) in ways.items()}


def follow(client, html, part):
    """The answer to a click on the link whose address holds `part`."""
    path = next(each for each in LINK.findall(html) if part in each)
    return client.get(path)


def test_in_three_clicks_it_is_gone_from_every_way_out(client, holding, authority):
    caches["pages"].clear()
    member, visitor = Client(), Client()
    reader = member_of()
    member.force_login(reader)
    search = SavedSearch.objects.create(user=reader, name="All", kind="holding", parameters="")
    open_feed(search)
    ways = ways_out(holding, urlsplit(feed_url(search)).path)
    before = {who: showing(each, ways, holding) for who, each in {"visitor": visitor, "member": member}.items()}
    etags = {who: etags_of(each, ways) for who, each in {"visitor": visitor, "member": member}.items()}
    assert before["visitor"] == before["member"] == set(ways)
    assert showing(visitor, ways, holding, etags["visitor"]) == set(ways)

    focal = member_of(authority, focal_point=True)
    client.force_login(focal)
    our_data = client.get(reverse("my:our-data"))
    withdrawing = follow(client, our_data.text, f"{holding.identity.code}/withdraw/")
    client.post(withdrawing.request["PATH_INFO"], {"reason": "The authority has not cleared it."})

    assert AuditEntry.objects.get(action="withdrawn").by == focal
    for who, each in {"visitor": visitor, "member": member}.items():
        assert showing(each, ways, holding) == set()
        assert showing(each, ways, holding, etags[who]) == set()
    assert visitor.get(holding.get_url()).status_code == member.get(holding.get_url()).status_code == 404
    rebuild()
    assert showing(visitor, ways, holding) == showing(member, ways, holding) == set()


def test_the_report_takes_three_clicks_and_says_that_it_is_gone(client, holding, authority):
    identity = identity_of(holding)
    answer_to_visitor(holding.get_url())
    assert {check.way for check in checks_of(identity) if check.is_gone} == set()
    client.force_login(member_of(authority, focal_point=True))

    first = follow(client, client.get(reverse("my:our-data")).text, f"{identity.code}/withdraw/")
    second = follow(client, first.text, "/incidents/")
    page = client.post(second.request["PATH_INFO"], WHAT, follow=True).text

    checks = checks_of(identity_of(holding))
    assert {check.way for check in checks if check.is_gone} == {check.way for check in checks}
    assert "Asked a moment ago" in page
    assert "Still shown" not in page
    assert "Not known" not in page
    again = client.get(second.request["PATH_INFO"])
    assert "Asked a moment ago" not in again.text
    assert "Asked a moment ago" in client.get(second.request["PATH_INFO"], {"check": "1"}).text


def test_what_answers_with_an_error_or_elsewhere_is_not_known(holding, authority, settings):
    withdraw_record(identity=identity_of(holding), by=member_of(authority, focal_point=True))
    settings.ROOT_URLCONF = "tests.desk.incident.failing_urls"

    found = {check.way: check.is_gone for check in checks_of(identity_of(holding))}

    unknown = dict.fromkeys(("page", "list", "search", "feed", "sitemap"))
    assert found == unknown | {"exchange": True, "index": True}


def test_one_answer_that_shows_it_counts_among_errors(holding, settings):
    settings.ROOT_URLCONF = "tests.desk.incident.failing_urls"

    found = {check.way: check.is_gone for check in checks_of(identity_of(holding))}

    assert {way for way, is_gone in found.items() if is_gone is False} == {"page", "list", "exchange", "index"}


def test_asking_itself_leaves_no_line_and_changes_no_language(holding):
    lines = AuditEntry.objects.count()

    assert answer_to_visitor(holding.get_url()).status_code == 200
    assert answer_to_visitor("/fr/nothing-here/").status_code == 404
    assert AuditEntry.objects.count() == lines
