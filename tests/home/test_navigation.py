"""The menu shows what exists, the languages lead to the same page."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils.translation import override

from portal.home.navigation import MENU, Navigation, has_view
from tests.factories.people import editor, member_of


def at(path, language="en"):
    with override(language):
        navigation = Navigation(RequestFactory().get(path))
        return navigation, navigation.menu, navigation.languages


def test_each_section_leads_to_its_first_page():
    _, menu, _ = at("/")

    assert all(section.url == section.links[0].url for section in menu)


def test_the_menu_leaves_out_what_does_not_exist():
    assert not has_view("/no-such-thing/")
    pages = {entry.path for section in MENU for entry in section.entries if entry.is_page}

    _, menu, _ = at("/")

    assert {url for section in menu for link in section.links if not has_view(url := link.url)} == pages


@pytest.mark.django_db
def test_who_is_a_member_is_not_asked_to_join():
    navigation, menu, _ = at("/")
    assert "/join/" in {link.url for section in menu for link in section.links}

    navigation.request.user = member_of()
    del navigation.menu
    del navigation.is_member
    urls = {link.url for section in navigation.menu for link in section.links}

    assert ("/join/" in urls, "/members/" in urls) == (False, True)


def test_addresses_carry_the_prefix_of_the_language():
    navigation, menu, _ = at("/fr/case-studies/", "fr")

    assert {link.url[:4] for section in menu for link in section.links} == {"/fr/"}
    assert navigation.home_url == "/fr/"
    assert navigation.search_url == "/fr/search/"


def test_only_the_nearest_page_is_current():
    navigation, menu, _ = at("/case-studies/a-case-7k3m/")

    assert [link.url for section in menu for link in section.links if link.is_current] == ["/case-studies/"]
    assert navigation.section.is_current


def test_the_home_page_belongs_to_no_section():
    assert at("/")[0].section is None


@pytest.mark.parametrize(
    ("path", "language", "urls"),
    [
        ("/case-studies/?q=x", "en", ["/case-studies/?q=x", "/fr/case-studies/?q=x", "/ar/case-studies/?q=x"]),
        ("/fr/case-studies/", "fr", ["/case-studies/", "/fr/case-studies/", "/ar/case-studies/"]),
        ("/healthz", "en", ["/healthz", "/fr/", "/ar/"]),
    ],
)
def test_languages_lead_to_the_same_page_or_home(path, language, urls):
    _, _, languages = at(path, language)

    assert [each.url for each in languages] == urls
    assert [each.code for each in languages if each.is_current] == [language]


@pytest.mark.django_db
def test_only_editors_are_led_to_the_admin():
    request = RequestFactory().get("/")
    led = []
    for user in (AnonymousUser(), member_of(), editor()):
        request.user = user
        led.append(Navigation(request).editing_url)

    assert led == ["", "", "/admin/"]
