"""WCAG 2.2 AA on every public page, in each language, light and dark, wide and narrow, folded and unfolded."""

import pytest

from tests.browser.looks import LOOKS, NARROWEST, SMALL_TARGETS, WIDE, WIDER_THAN_SCREEN
from tests.browser.pages import LANGUAGES, NAMES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_in_anyones_way(open_page, name, language):
    opened = open_page(name, language)

    for width, scheme in LOOKS[language]:
        opened.page.set_viewport_size({"width": width, "height": 900})
        opened.page.emulate_media(color_scheme=scheme)
        assert opened.violations() == [], (width, scheme)
    opened.unfold()
    assert opened.violations() == [], "unfolded"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_everything_has_room(open_page, name, language):
    opened = open_page(name, language, viewport={"width": WIDE, "height": 900})
    assert opened.page.evaluate(SMALL_TARGETS) == []

    opened.page.set_viewport_size({"width": NARROWEST, "height": 800})
    opened.unfold()
    assert opened.page.evaluate(WIDER_THAN_SCREEN) == []
    assert opened.page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_of_an_absent_address(open_page, language):
    opened = open_page(path="/nothing/", language=language)

    assert opened.response.status == 404
    for scheme in ("light", "dark"):
        opened.page.emulate_media(color_scheme=scheme)
        assert opened.violations() == []


def test_chosen_filters_and_their_removal(open_page):
    opened = open_page(path="/case-studies/?country=ukr&q=survey&nonsense=1")
    opened.unfold()

    assert opened.page.locator(".chip").count() == 1
    assert opened.violations() == []


@pytest.mark.parametrize("name", ["home", "case study"])
def test_print_is_black_on_white(open_page, name):
    opened = open_page(name, color_scheme="dark")
    opened.page.emulate_media(media="print")

    colours = opened.page.evaluate(
        "() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert not opened.page.locator(".site-nav").is_visible()
