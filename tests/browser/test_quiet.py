"""What a page asks for: four requests at most, one host, no cookie, no complaint of the browser."""

import pytest

from tests.browser.pages import NAMES

pytestmark = pytest.mark.browser

SIGN_IN = {"sign-in", "forgotten password"}
"""Pages with a form that is sent: they carry a token, and its cookie."""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_asks_little_and_nobody_else(open_page, portal, name, language):
    opened = open_page(name, language)
    opened.page.wait_for_load_state("networkidle")

    assert opened.response.status == 200
    assert opened.hosts == {portal.url.removeprefix("http://")}
    asked = [url for url in opened.requests if not url.startswith("data:")]
    assert len(asked) <= 4, asked
    assert opened.complaints == []
    names = {cookie["name"] for cookie in opened.page.context.cookies()}
    assert names == ({"csrftoken"} if name in SIGN_IN else set())
