"""Lines are captured with one thumb over a line that is lost and comes back, in both directions of writing.

What is captured is no record: nothing that the other tests of this folder look at.
"""

import gzip

import pytest
from playwright.sync_api import Error, expect

from events.capture.models import CapturedLine
from events.models import EventPage, EventSession

pytestmark = pytest.mark.browser
WAY = {"en": "", "ar": "/ar"}
PHONE = {"viewport": {"width": 360, "height": 800}}
PAGE, SCRIPTS = 30_000, 15_000
"""Bytes over the line after compression: the page with all that it draws, and its scripts alone."""
SAID_IN_ARABIC = [f"قيل في القاعة {number}" for number in range(6)]


@pytest.fixture
def open_session(open_page, sign_in):
    """Opens the page to capture in a session of an event as an editor; each call takes the session of that number."""

    def open_(number, language="en", **options):
        page = EventPage.objects.live().order_by("pk").first()
        session = EventSession.objects.filter(event=page).order_by("pk")[number]
        path = f"/events/{page.slug}/capture/{session.translation_key}/"
        opened = open_page(language=language, path=path, state=sign_in("editor"), **PHONE, **options)
        return opened, CapturedLine.objects.filter(session_key=session.translation_key)

    return open_


def write(page, text, kind="finding"):
    page.check(f"[name=kind][value={kind}]")
    page.fill("[name=text]", text)
    page.click("button.send")


def test_what_is_typed_without_a_line_waits_and_arrives_once(open_session):
    opened, lines = open_session(0)
    page, texts = opened.page, [f"Said in the hall, {number}" for number in range(4)]
    write(page, texts[0])
    expect(page.locator(".captured .soft")).to_have_text(" kept")
    page.context.set_offline(True)
    for text in texts[1:3]:
        write(page, text, "decision")
    expect(page.locator(".captured .wait")).to_have_count(2)
    assert page.input_value("[name=text]") == ""
    page.context.set_offline(False)
    expect(page.locator(".captured .wait")).to_have_count(0)
    page.reload()
    page.context.set_offline(True)
    write(page, texts[3])
    expect(page.locator(".captured .wait")).to_have_count(1)
    page.context.set_offline(False)
    page.reload()
    expect(page.locator(".captured .wait")).to_have_count(0)

    assert sorted(lines.values_list("text", flat=True)) == texts
    assert page.evaluate("Object.values(localStorage).join()") in ("", "[]")


def test_in_arabic_lines_outlive_a_page_that_is_loaded_without_a_line(open_session):
    opened, lines = open_session(3, "ar")
    page, texts = opened.page, SAID_IN_ARABIC
    write(page, texts[0])
    expect(page.locator(".captured .soft")).to_have_count(1)
    page.context.set_offline(True)
    for text in texts[1:4]:
        write(page, text, "barrier")
        assert text in stored(page)
    page.fill("[name=text]", texts[4])
    assert texts[4] in stored(page)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.reload()
    page.context.set_offline(False)
    page.reload()
    assert (page.input_value("[name=text]"), page.is_checked("[name=kind][value=barrier]")) == (texts[4], True)
    page.click("button.send")
    write(page, texts[5], "decision")
    expect(page.locator(".captured .wait")).to_have_count(0)
    page.reload()

    assert list(lines.in_order().values_list("text", flat=True)) == texts
    assert page.locator(".captured bdi").all_inner_texts() == texts[::-1]
    assert (stored(page), page.input_value("[name=text]")) == ("[]", "")
    wide = page.evaluate("[document.documentElement.dir, document.documentElement.scrollWidth]")
    assert wide == ["rtl", 360]


def test_the_page_is_light(open_session):
    answers = []
    opened, _lines = open_session(3, "ar")
    opened.page.on("response", lambda answer: answers.append(answer))
    opened.page.reload(wait_until="load")
    sizes = {answer.url: len(gzip.compress(answer.body(), 6)) for answer in answers}
    scripts = sum(size for url, size in sizes.items() if url.endswith(".js"))
    print(f"capture page: {sum(sizes.values())} bytes of {PAGE}, scripts {scripts} of {SCRIPTS}")

    assert len(sizes) >= 3
    assert (sum(sizes.values()) <= PAGE, 0 < scripts <= SCRIPTS) == (True, True), sizes


def stored(page):
    """What this device keeps of lines that did not arrive, and of the one that is being typed."""
    return page.evaluate("Object.values(localStorage).join()")


def test_what_was_refused_is_put_back_into_its_field(open_session):
    opened, lines = open_session(1)
    page = opened.page
    page.check("[name=kind][value=action]")
    page.evaluate("document.querySelector('[name=due_on]').type = 'text'")
    page.fill("[name=due_on]", "soon")
    page.fill("[name=text]", "Send the list")
    page.click("button.send")
    page.click(".captured button")
    assert (page.input_value("[name=text]"), page.input_value("[name=due_on]")) == ("Send the list", "soon")
    page.fill("[name=due_on]", "2031-02-03")
    page.click("button.send")
    expect(page.locator(".captured .soft")).to_have_count(1)

    assert list(lines.values_list("text", "kind")) == [("Send the list", "action")]


@pytest.mark.parametrize("language", WAY)
def test_without_a_script_it_is_accessible_and_fits_a_phone(open_session, language):
    opened, lines = open_session(2, language, java_script_enabled=False)
    page = opened.page
    with page.expect_navigation(wait_until="load"):
        write(page, f"Without a script, {language}")
    assert page.url.endswith("#id_text")
    assert lines.filter(text__endswith=language).count() == 1
    looked, _lines = open_session(2, language)

    assert looked.violations() == []
    assert looked.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert looked.complaints == []
