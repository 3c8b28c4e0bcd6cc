"""Rich text as plain lines and back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.records.plain_prose import as_plain, as_rich

TEXTS = [
    ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    ("<p>One<br/>line</p>", "One\nline"),
    ("<p>Begin</p><ul><li>a</li><li>b</li></ul><p>End</p>", "Begin\n\n- a\n- b\n\nEnd"),
    ("<ol><li>first</li><li>then</li></ol>", "1. first\n2. then"),
    ("<p>A <b>bold</b> and <i>other</i> word</p>", "A **bold** and _other_ word"),
    ('<p>See <a href="https://example.org/a">there</a>.</p>', "See [there](https://example.org/a)."),
    ("<p>5 &lt; 6 &amp; 7</p>", "5 < 6 & 7"),
    ("", ""),
]


@pytest.mark.parametrize(("rich", "plain"), TEXTS)
def test_both_ways(rich, plain):
    assert as_plain(rich) == plain
    assert as_rich(plain) == rich


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](data:text/html,a)", "<a href='x'>x</a>",
        "[x](JaVaScRiPt:a)", '[x](https://a"onclick="b)', "**<img src=x>**",
    ],
)  # fmt: skip
def test_nothing_that_a_browser_runs_comes_in(typed):
    rich = as_rich(typed)

    assert re.findall(r"<(?!/?(?:p|b|i|a|br/)\b)", rich) == []
    assert not re.search(r'href="(?!https?:|mailto:)', rich)
    assert not re.search(r'"\s*onclick="', rich)


def test_a_link_inside_the_portal_is_kept_and_never_made():
    """A file is shown to whoever reads the entry that links it: nobody opens one by writing its number."""
    before = '<p><a linktype="document" id="7">form</a></p>'

    assert as_rich(as_plain(before), before) == before
    assert as_rich("[form](document:8)", before) == "<p>form</p>"
    assert as_rich("[form](document:7)") == "<p>form</p>"
    assert as_rich("[page](page:3)") == "<p>page</p>"


@given(st.text(max_size=300))
def test_lines_stay_what_they_are(text):
    once = as_rich(text)

    assert as_rich(as_plain(once), once) == once
