"""An authority finds what others wrote about its data and withdraws it, in three clicks at the most; for the next who
asks it is gone. In English and Arabic, without JavaScript."""

import pytest
from django.core.cache import caches

from portal.access.enums import Level
from portal.access.models import Incident
from portal.directory.models import Organisation
from portal.users.models import User
from tests.browser.left_as_found import left_as_found
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.browser
WAY = {"en": "", "ar": "/ar"}
MOST_CLICKS = 3


@pytest.fixture
def entry(portal, sign_in):
    """A case study about data of the authority, open to everyone, that somebody else wrote."""
    sign_in("authority")
    with left_as_found():
        page = make_record(
            title="Depots beside the quarry road", owner=User.objects.get(email="facilitator@demo.example")
        )
        decide(page, listed_to=Level.PUBLIC, owner=Organisation.objects.get(source_id="org-xxa-authority"))
        yield page
        Incident.objects.filter(code=page.identity.code).delete()
    caches["pages"].clear()


class Clicks:
    """A window, and how often something was clicked in it."""

    def __init__(self, opened):
        self.page, self.number = opened.page, 0

    def __call__(self, selector):
        self.number += 1
        with self.page.expect_navigation(wait_until="load"):
            self.page.click(selector)


def shown_to_visitors(open_page, entry, language):
    """Where a visitor finds it: its page, its list, search, the sitemap."""
    code, found = entry.identity.code, set()
    # The list by its words: of all cases published on one day the newest twenty may be others.
    for path in (
        entry.get_url(),
        "/case-studies/?q=Depots+quarry",
        "/search/?q=Depots+quarry",
        "/case-studies.csv",
        "/sitemap.xml",
    ):
        opened = open_page(language="en", path="/")
        answer = opened.page.request.get(f"{WAY[language]}{path}" if path.endswith("/") else path)
        if answer.ok and (code in answer.text() or entry.slug in answer.text()):
            found.add(path)
    return found


@pytest.mark.parametrize("language", WAY)
def test_withdrawn_in_two_clicks_from_what_is_said_of_our_data(open_page, sign_in, entry, language):
    assert len(shown_to_visitors(open_page, entry, language)) == 5
    options = {"java_script_enabled": False, "viewport": {"width": 360, "height": 800}}
    opened = open_page(language=language, path="/my/our-data/", state=sign_in("authority"), **options)
    click = Clicks(opened)

    click(f"a[href*='/r/{entry.identity.code}/withdraw/']")
    opened.page.fill("[name=reason]", "The authority has not cleared it.")
    click("main form button")

    assert click.number <= MOST_CLICKS
    assert entry.identity.withdrawn_at is not None
    assert shown_to_visitors(open_page, entry, language) == set()


@pytest.mark.parametrize("language", WAY)
def test_reported_as_leaked_in_three_clicks(open_page, sign_in, entry, language):
    assert len(shown_to_visitors(open_page, entry, language)) == 5
    opened = open_page(language=language, path="/my/our-data/", state=sign_in("authority"))
    click = Clicks(opened)

    click(f"a[href*='/r/{entry.identity.code}/withdraw/']")
    click(f"main a[href$='/incidents/{entry.identity.code}/']")
    opened.page.fill("[name=what_happened]", "It was in a public mailing list.")
    click("main form button")

    assert click.number <= MOST_CLICKS
    assert opened.page.get_attribute("html", "dir") == {"en": "ltr", "ar": "rtl"}[language]
    assert opened.page.locator("[aria-labelledby=gone] li").count() == 7
    assert opened.page.locator("[aria-labelledby=gone] .late").count() == 0
    assert opened.violations() == []
    assert shown_to_visitors(open_page, entry, language) == set()
