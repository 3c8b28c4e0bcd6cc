"""Arabic pages read from the right; codes, addresses and English text keep their own order inside them."""

import pytest

pytestmark = pytest.mark.browser

MIDDLE = "element => { const box = element.getBoundingClientRect(); return (box.left + box.right) / 2 / innerWidth }"
DIRECTION = "element => getComputedStyle(element).direction"


def test_page_is_mirrored(open_page):
    english, arabic = (open_page("case study", language) for language in ("en", "ar"))

    for selector, at_start in ((".brand", True), (".utilities", False), (".facts-panel", False), (".kind", True)):
        places = [opened.page.eval_on_selector(selector, MIDDLE) for opened in (english, arabic)]
        if selector != ".kind":
            assert [place < 0.5 for place in places] == [at_start, not at_start], selector
    assert arabic.page.get_attribute("html", "dir") == "rtl"
    assert arabic.page.get_attribute("html", "lang") == "ar"


def test_codes_and_english_text_keep_their_direction(open_page):
    opened = open_page("case study", "ar")
    code = opened.page.locator(".kind .code bdi")

    assert code.inner_text().startswith("CS-")
    assert code.evaluate(DIRECTION) == "ltr"
    heading = opened.page.locator("h1")
    assert (heading.get_attribute("lang"), heading.evaluate(DIRECTION)) == ("en", "ltr")


def test_arrow_from_giver_to_taker_points_the_way_of_reading(open_page):
    english, arabic = (open_page("case study", language) for language in ("en", "ar"))
    ends = "li => [...li.querySelectorAll('.ends > span')].map(end => end.getBoundingClientRect().left)"

    for opened, rises in ((english, True), (arabic, False)):
        giver, taker = opened.page.locator(".exchange").first.evaluate(ends)
        assert (giver < taker) == rises
    assert "matrix(-1" in arabic.page.locator(".ends .icon").first.evaluate("svg => getComputedStyle(svg).transform")


def test_row_of_a_list_has_the_arrow_of_its_language(open_page):
    rows = {language: open_page("case studies", language).page.inner_text(".rows") for language in ("en", "ar")}

    assert " → " in rows["en"]
    assert "←" in rows["ar"]
    assert " → " not in rows["ar"].replace("From → to", "")


def test_english_text_stands_under_its_arabic_heading(open_page):
    opened = open_page("case study", "ar", viewport={"width": 1280, "height": 900})

    edges = opened.page.evaluate(
        """() => {
          const edge = element => {
            const range = document.createRange(); range.selectNodeContents(element);
            return Math.round(Math.max(...[...range.getClientRects()].map(box => box.right)));
          };
          const column = document.querySelector(".record-body").getBoundingClientRect().right;
          return [...document.querySelectorAll(".record-body :is(h2, h3, .prose p, .as-steps li, .linked a)")]
            .filter(element => element.innerText.trim())
            .map(element => [element.tagName, Math.round(column) - edge(element)])
            .filter(([tag, gap]) => gap > (tag === "LI" ? 48 : 2));
        }"""
    )
    assert edges == []
