"""The standard texts exist in three languages, are linked, and belong to the editors once they are there."""

import pytest
from django.test import Client

from portal.home.models import HomePage, StandardPage
from portal.home.setup import setup_portal
from portal.home.setup.standard_pages import FOLDER, SLUGS

pytestmark = pytest.mark.django_db
PREFIXES = {"en": "", "fr": "/fr", "ar": "/ar"}
AWAITS_REVIEW = {"fr": "non encore relue par une personne de langue maternelle", "ar": "لم يراجعها بعدُ ناطق أصلي"}


def test_each_language_has_each_text():
    files = {(path.parent.name, path.stem) for path in FOLDER.glob("*/*.html")}
    pages = set(StandardPage.objects.live().values_list("locale__language_code", "slug"))

    assert files == pages == {(language, slug) for language in PREFIXES for slug in SLUGS}


@pytest.mark.parametrize("slug", SLUGS)
def test_translations_belong_together(slug):
    assert len(set(StandardPage.objects.filter(slug=slug).values_list("translation_key", flat=True))) == 1


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("language", PREFIXES)
def test_it_can_be_read_without_an_account(language, slug):
    response = Client().get(f"{PREFIXES[language]}/{slug}/")
    text = response.content.decode()
    page = StandardPage.objects.get(slug=slug, locale__language_code=language)

    assert response.status_code == 200
    assert f"<h1>{page.title}</h1>" in text
    assert page.summary in text
    assert not response.cookies
    assert language == "en" or AWAITS_REVIEW[language] in text


@pytest.mark.parametrize("language", PREFIXES)
def test_menu_and_footer_lead_to_them(language):
    text = Client().get(f"{PREFIXES[language]}/").content.decode()

    assert [slug for slug in SLUGS if f'href="{PREFIXES[language]}/{slug}/"' not in text] == []


def test_links_in_the_texts_lead_somewhere():
    client = Client()
    addresses = {
        address.split('"')[0] for page in StandardPage.objects.all() for address in page.body.split('href="')[1:]
    }

    assert {address for address in addresses if client.get(address).status_code != 200} == set()
    assert all(address.startswith("/") for address in addresses)


def test_what_an_editor_changed_stays():
    page = StandardPage.objects.get(slug="privacy", locale__language_code="fr")
    page.title, page.body = "Vie privée", "<p>Autre texte.</p>"
    page.save_revision().publish()

    setup_portal()

    page.refresh_from_db()
    assert (page.title, page.body) == ("Vie privée", "<p>Autre texte.</p>")
    assert StandardPage.objects.count() == len(SLUGS) * HomePage.objects.count()


@pytest.mark.parametrize("language", PREFIXES)
def test_the_page_about_the_community_says_how_to_reach_the_team(client, settings, language):
    path = f"{PREFIXES[language]}/about/"
    without = client.get(path).text
    settings.SITE_CONTACT = "team@example.org"

    assert f'href="{PREFIXES[language]}/join/"' in without
    assert "mailto:" not in without
    assert 'href="mailto:team@example.org"' in client.get(path).text
    assert "mailto:" not in client.get(f"{PREFIXES[language]}/terms/").text
