"""robots.txt, security.txt and the sitemap, which tells what a visitor may know and no more."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from portal.access.enums import Level
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
SITE = "https://portal.example.org"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE


def entries(client):
    """The paths of the sitemap, each with its languages."""
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {
        url.find("s:loc", NAMES).text.removeprefix(SITE): {
            link.get("hreflang") for link in url.findall("x:link", NAMES)
        }
        for url in root
    }


def test_home_and_index_pages_in_three_languages(client):
    paths = entries(client)

    expected = {prefix + path for prefix in ("", "/fr", "/ar") for path in ("/", "/case-studies/", "/practices/")}
    assert expected <= paths.keys()
    assert all(paths[path] == {"en", "fr", "ar"} for path in expected)


@pytest.mark.parametrize("level", [level for level in Level if level != Level.PUBLIC])
def test_what_a_visitor_may_not_know_changes_no_byte(client, level):
    make_record(title="A case for all")
    before = client.get("/sitemap.xml").content

    make_record(title="A narrow case", listed_to=level)

    assert client.get("/sitemap.xml").content == before


def test_drafts_are_not_listed(client):
    draft = make_record(publish=False, live=False)

    assert draft.get_url() not in entries(client)


def test_private_pages_are_not_listed(client):
    index = Page.objects.get(slug="practices", locale__language_code="fr")
    assert "/fr/practices/" in entries(client)

    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)

    assert "/fr/practices/" not in entries(client)


def test_a_record_is_listed_once_for_each_language_it_exists_in(client):
    only_english = make_record(title="In English only")
    english = make_record(title="In two languages")
    french = english.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.live = True
    french.save()

    paths = entries(client)
    assert paths[only_english.get_url()] == set()
    assert paths[english.get_url()] == paths[french.get_url()] == {"en", "fr"}


def test_organisations_are_listed(client):
    organisation = OrganisationFactory()

    assert organisation.get_absolute_url() in entries(client)


def test_robots_names_the_sitemap_and_what_to_leave_out(client):
    lines = client.get("/robots.txt").text.splitlines()

    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert {"Disallow: /admin/", "Disallow: /accounts/", "Disallow: /fr/search/"} <= set(lines)


def test_security_txt(client, settings):
    settings.SECURITY_CONTACT = "mailto:security@example.org"

    fields = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").text.splitlines())

    assert fields["Contact"] == "mailto:security@example.org"
    assert fields["Canonical"] == f"{SITE}/.well-known/security.txt"
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=290) < expires - timezone.now() < timedelta(days=365)


def test_without_a_contact_there_is_no_security_txt(client):
    assert client.get("/.well-known/security.txt").status_code == 404
