"""The main journey by keyboard alone, with and without JavaScript: search, narrow, read, go on to who took part."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def home(request, open_page):
    return open_page("home", java_script_enabled=request.param, viewport={"width": 1280, "height": 800})


def test_from_a_question_to_an_organisation(home):
    first = home.tab_to(lambda focused: True)
    assert (first["tag"], first["href"]) == ("a", "#main")
    home.page.keyboard.press("Enter")
    assert home.page.url.endswith("#main")

    home.tab_to(lambda focused: focused["name"] == "q", most=1)
    home.page.keyboard.type("survey")
    home.enter()
    assert "q=survey" in home.page.url

    facet = home.tab_to(lambda focused: "kind=case_study" in focused["href"])
    home.enter()
    assert facet["href"].split("?")[1] in home.page.url
    assert home.page.locator(".chip").count() == 1

    record = home.tab_to(
        lambda focused: focused["href"].startswith("/case-studies/") and focused["href"].count("/") == 3
    )
    home.enter()
    assert home.page.inner_text("h1") == record["text"]

    organisation = home.tab_to(lambda focused: focused["href"].startswith("/organisations/"))
    home.enter()
    assert home.page.inner_text("h1").startswith(organisation["text"])
    assert home.page.locator(f".rows a[href='{record['href']}']").count() == 1
    assert home.complaints == []


def test_folded_menu_of_a_narrow_screen(open_page):
    opened = open_page("home", viewport={"width": 360, "height": 800}, java_script_enabled=False)
    opened.tab_to(lambda focused: focused["tag"] == "summary" and focused["text"] == "Menu")
    assert not opened.page.locator(".menu .sections").is_visible()

    opened.page.keyboard.press("Enter")
    opened.tab_to(lambda focused: focused["href"] == "/glossary/")
    opened.enter()

    assert opened.page.inner_text("h1") == "Glossary"


def test_same_page_in_another_language(open_page):
    opened = open_page("case study")
    opened.tab_to(lambda focused: focused["href"].startswith("/ar/"))
    opened.enter()

    assert opened.page.get_attribute("html", "lang") == "ar"
    assert opened.page.locator(".code").first.inner_text().startswith("CS-")
