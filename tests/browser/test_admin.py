"""The editors' side: no violation, no complaint of the browser, no other host, apart from what Wagtail itself lacks."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.browser

OF_WAGTAIL = [
    # The rich text editor's text box has no name of its own (Draftail).
    ".Draftail-Editor__wrapper",
    # The box in which tags are typed has no label that axe can follow (tag-it).
    ".tagit",
    # The miniature of the form beside it scrolls without being focusable.
    ".w-minimap__list",
]
"""What axe finds in Wagtail 8.0's own parts, so that nothing of ours can hide behind it."""
LISTINGS = [
    "wagtailadmin_home",
    "wagtailadmin_explore_root",
    "review_queue:index",
    "wagtailsnippets_taxonomy_sector:list",
]


@pytest.fixture
def edit_form(open_page, sign_in):
    """The form of the fullest case study, as an editor sees it, all its parts unfolded."""
    opened = open_page("case study", state=sign_in("editor"), viewport={"width": 1280, "height": 1000})
    opened.go(opened.page.locator("a[href^='/admin/pages/'][href$='/edit/']").first.get_attribute("href"))
    opened.page.wait_for_load_state("networkidle")
    folded = opened.page.locator("#tab-content [data-panel-toggle][aria-expanded=false]:visible")
    while folded.count():
        folded.first.click()
    return opened


def test_form_of_a_case_study(edit_form, portal):
    assert edit_form.violations(apart_from=OF_WAGTAIL) == []
    edit_form.page.get_by_role("tab", name="Who may see this?").click()
    assert edit_form.violations(apart_from=OF_WAGTAIL) == []
    assert edit_form.hosts == {portal.url.removeprefix("http://")}
    assert edit_form.complaints == []


def test_narrowing_the_choices_of_a_long_list(edit_form):
    box = edit_form.page.locator(".choices-search input").first
    shown = edit_form.page.locator(".choices-list").first.locator("label:visible")
    before = shown.count()

    box.fill("ukr")

    assert 0 < shown.count() < before


@pytest.mark.parametrize("name", LISTINGS)
def test_listings(open_page, portal, sign_in, name):
    opened = open_page(path=reverse(name), state=sign_in("editor"))
    opened.page.wait_for_load_state("networkidle")

    assert opened.response.status == 200
    assert opened.violations(apart_from=OF_WAGTAIL) == []
    assert opened.hosts == {portal.url.removeprefix("http://")}
    assert opened.complaints == []


@pytest.mark.parametrize("name", ["account_email", "account_change_password", "mfa_index", "account_logout"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_of_ones_own_account(open_page, sign_in, name, language):
    opened = open_page(path=reverse(name), language=language, state=sign_in("member"))

    assert opened.response.status == 200
    assert opened.violations() == []
    assert opened.complaints == []
