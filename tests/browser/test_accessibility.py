"""Every public page, in each language, light and dark, wide and narrow, folded and unfolded: WCAG 2.2 AA, room, and
what a page asks for: four requests at most, one host, no cookie, no complaint of the browser."""

import pytest

from tests.browser.looks import look_at
from tests.browser.pages import LANGUAGES, NAMES

pytestmark = pytest.mark.browser

SIGN_IN = {"sign-in", "forgotten password"}
"""Pages with a form that is sent: they carry a token, and its cookie."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_in_anyones_way_and_a_page_asks_little(open_page, portal, name, language):
    opened = open_page(name, language)

    assert opened.response.status == 200
    look_at(opened, language)
    opened.page.wait_for_load_state("networkidle")
    assert opened.hosts == {portal.url.removeprefix("http://")}
    asked = [url for url in opened.requests if not url.startswith("data:")]
    assert len(asked) <= 4, asked
    assert opened.complaints == []
    names = {cookie["name"] for cookie in opened.page.context.cookies()}
    assert names == ({"csrftoken"} if name in SIGN_IN else set())


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
