"""A member contributes: with and without JavaScript, in English and Arabic, and over a lost line.

What is written stays a draft or waits for review: nothing that the other tests of this folder look at.
"""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
WAY = {"en": "", "ar": "/ar"}
STATUS = "[data-keep-draft-status]"
WAITS = {"en": "It waits for review.", "ar": ""}


@pytest.fixture
def open_form(open_page, sign_in):
    def open_(language="en", **options):
        return open_page(language=language, path="/contribute/practices/", state=sign_in("member"), **options)

    return open_


def press(opened, name):
    with opened.page.expect_navigation(wait_until="load"):
        opened.page.click(f"main button[name={name}]")


@pytest.mark.parametrize("language", WAY)
@pytest.mark.parametrize("has_script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_empty_to_sent(open_form, language, has_script):
    title = f"Agree on codes, {language} {has_script}"
    opened = open_form(language, java_script_enabled=has_script, viewport={"width": 360, "height": 800})
    page = opened.page
    page.fill("[name=title]", title)
    page.fill("[name=problem]", "Names differ.")
    page.fill("[name=steps-0-text]", "Ask who keeps the list")
    press(opened, "add")
    assert page.input_value("[name=steps-0-text]") == "Ask who keeps the list"
    page.fill("[name=steps-1-text]", "Share it")
    press(opened, "continue")
    page.fill("[name=risks-0-text]", "It takes time.")
    press(opened, "continue")
    for name in ("names_person", "names_place", "tells_unpublished"):
        page.check(f"[name={name}][value=no]")
    press(opened, "continue")
    assert title in page.inner_text("h1")
    press(opened, "send")

    assert page.locator("main button[name=send]").count() == 0
    assert page.locator("main button[name=take-back]").count() == 1
    assert page.url.split("/contribute/")[0].endswith(WAY[language])
    opened.go(f"{WAY[language]}/contribute/")
    row = page.locator(".row", has_text=title)
    assert row.count() == 1
    assert WAITS[language].removesuffix(".").removeprefix("It ").capitalize() in row.inner_text()
    assert opened.complaints == []


@pytest.mark.parametrize("language", WAY)
def test_the_forms_are_accessible_and_fit_a_narrow_screen(open_form, language):
    opened = open_form(language, viewport={"width": 360, "height": 800})
    found = opened.violations()
    opened.page.fill("[name=title]", f"Accessible {language}")
    press(opened, "add")
    place = opened.page.url.split("/1/")[0].split("//")[1].partition("/")[2]
    for rest in ("", "/1/", "/2/", "/who/", "/more/3/", "/preview/"):
        opened.go(f"/{place}/".replace("//", "/") if not rest else f"/{place}{rest}")
        assert opened.response.status == 200, rest
        found += opened.violations()
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360, rest
    opened.go(f"{WAY[language]}/contribute/")

    assert [*found, *opened.violations()] == []


def test_what_is_typed_is_saved_by_itself(open_form):
    opened = open_form()
    page = opened.page
    page.clock.install()
    page.reload()
    page.fill("[name=title]", "Saved by itself")
    page.clock.fast_forward(11_000)
    expect(page.locator(STATUS)).to_have_text("Saved.")
    version = page.input_value("[name=version]")
    page.fill("[name=problem]", "Typed later.")
    page.clock.fast_forward(11_000)
    expect(page.locator("[name=version]")).not_to_have_value(version)
    opened.go("/contribute/")

    assert page.locator(".row", has_text="Saved by itself").count() == 1
    page.click("text=Saved by itself")
    page.click("text=Step 1")
    assert page.input_value("[name=problem]") == "Typed later."
    assert opened.complaints == []


def test_what_is_typed_without_a_line_is_put_back(open_form):
    opened = open_form()
    page = opened.page
    page.clock.install()
    page.reload()
    page.context.set_offline(True)
    page.fill("[name=title]", "Written on the way")
    page.fill("[name=steps-0-text]", "Begin")
    page.clock.fast_forward(11_000)
    expect(page.locator(STATUS)).to_have_text("No line: kept on this device.")
    page.context.set_offline(False)
    page.reload()

    assert page.input_value("[name=title]") == "Written on the way"
    assert page.input_value("[name=steps-0-text]") == "Begin"
    press(opened, "later")
    assert page.locator(".row", has_text="Written on the way").count() == 1
    opened.go("/contribute/practices/")
    assert page.input_value("[name=title]") == ""
