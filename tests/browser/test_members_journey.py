"""From an invitation to a published case study and a follower's digest, with and without JavaScript, in two languages.

All that people do they do in the browser, with the links of their mails; only the digest's day is brought forward.
"""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.utils import timezone

from portal.directory.models import Organisation
from portal.notifications.gathering import gather_digests
from portal.notifications.sending import send_due
from portal.taxonomy.models import Country, DataKind
from portal.users.models import User
from tests.browser.left_as_found import left_as_found

pytestmark = pytest.mark.browser
WAY = {"en": "", "ar": "/ar"}
EMAIL = "newly.joined@example.org"
PASSWORD = "a long and odd sentence"
TITLE = "Two lists of quernstones become one"
WRONG, RIGHT = "We compared the lists by hand.", "We compared the lists by hand in May 2024."
MESSAGE = "Please say when.\nThank you."
NEXT_WEEK = timedelta(days=8)
LINK = re.compile(r"https?://\S+")


class Journey:
    """One language, with JavaScript or without, and what the people of the journey do again and again."""

    def __init__(self, open_page, sign_in, language, has_script):
        self.open_page, self.sign_in, self.language, self.has_script = open_page, sign_in, language, has_script
        self.opened = []

    def window(self, path, role=None):
        """A window of its own, signed in with a role of the fictional country or with none.

        The editor's is wide and always has JavaScript: decisions are taken in Wagtail's admin, which needs both.
        """
        options = {"java_script_enabled": self.has_script, "viewport": {"width": 360, "height": 800}}
        if role == "editor":
            options = {"viewport": {"width": 1280, "height": 800}}
        state = self.sign_in(role) if role else None
        opened = self.open_page(language=self.language, path=path, state=state, **options)
        assert opened.response.status == 200
        self.opened.append(opened)
        return opened

    def path(self, rest):
        return WAY[self.language] + rest

    def mails_to(self, address):
        """The mails to one address since this was last asked, the oldest first."""
        found = [each for each in mail.outbox if each.to == [address]]
        mail.outbox[:] = [each for each in mail.outbox if each.to != [address]]
        return found


@pytest.fixture(
    params=[(language, has_script) for language in WAY for has_script in (True, False)],
    ids=lambda each: f"{each[0]} {'with' if each[1] else 'without'} JavaScript",
)
def journey(request, open_page, sign_in):
    for role in ("editor", "facilitator"):
        sign_in(role)
    with left_as_found():
        yield Journey(open_page, sign_in, *request.param)


def press(opened, selector):
    with opened.page.expect_navigation(wait_until="load"):
        opened.page.click(selector)


def link_in(message, part):
    """The path of the link of a mail that leads to a page with that part in its address."""
    links = [urlsplit(link).path for link in LINK.findall(message.body)]
    return next(path for path in links if part in path)


def test_from_an_invitation_to_a_followers_digest(journey):
    follow_a_search(journey)
    invite(journey)
    author = open_the_account(journey)
    code = contribute(journey, author)
    decide(journey, code, "return", MESSAGE)
    correct(journey, author, code)
    decide(journey, code, "approve")
    read_what_is_published(journey, author, code)
    read_the_digest(journey, code)
    assert [opened.complaints for opened in journey.opened] == [[]] * len(journey.opened)


def follow_a_search(journey):
    """A member keeps a search that finds nothing yet."""
    follower = journey.window("/case-studies/?q=quernstones", "facilitator")
    press(follower, "main a[href*='/my/follows/search/']")
    assert follower.page.input_value("[name=name]") == "quernstones"
    press(follower, "main form button")
    assert follower.page.locator("main li.row", has_text="quernstones").count() == 1


def invite(journey):
    editor = journey.window("/join/invitations/", "editor")
    organisation = Organisation.objects.get(source_id="org-xxa-relief")
    editor.page.fill("[name=email]", EMAIL)
    editor.page.select_option("[name=organisation]", str(organisation.pk))
    press(editor, "main form button")
    assert EMAIL in editor.page.inner_text("main")


def open_the_account(journey):
    """The mail is in the language of whoever was invited, its link opens an account that belongs to an organisation."""
    (invitation,) = journey.mails_to(EMAIL)
    path = link_in(invitation, "/join/invitation/")
    assert path.startswith(journey.path("/join/"))
    author = journey.window(path.removeprefix(WAY[journey.language]))
    author.page.fill("[name=first_name]", "Newly")
    author.page.fill("[name=last_name]", "Joined")
    author.page.fill("[name=password]", PASSWORD)
    assert author.page.is_checked(f"[name=languages][value={journey.language}]")
    press(author, "main form button")

    assert urlsplit(author.page.url).path == journey.path("/join/welcome/")
    user = User.objects.get(email=EMAIL)
    assert user.check_password(PASSWORD)
    assert user.emailaddress_set.get().verified
    assert user.member.memberships.get().organisation.source_id == "org-xxa-relief"
    return author


def contribute(journey, author):
    """The two steps of a snapshot and who may see it; then it is sent, and the code of the entry is returned."""
    page = author.page
    author.go(journey.path("/contribute/"))
    press(author, "main a[href$='/contribute/case-studies/']")
    page.fill("[name=title]", TITLE)
    page.check(f"[name=countries][value='{Country.objects.get(key='xxa').pk}']")
    page.fill("[name=exchanges-0-provider_note]", "The museum")
    page.fill("[name=exchanges-0-receiver_note]", "The survey")
    page.check(f"[name=data_kinds][value='{DataKind.objects.first().pk}']")
    press(author, "main button[name=continue]")
    page.fill("[name=what_was_done]", WRONG)
    press(author, "main button[name=continue]")
    for name in ("listed_to", "details_to"):
        page.check(f"[name={name}][value=members]")
    for name in ("names_person", "names_place", "tells_unpublished"):
        page.check(f"[name={name}][value=no]")
    press(author, "main button[name=continue]")
    code = page.inner_text("main .kind .code")

    press(author, "main a[href$='/preview/']")
    assert author.page.inner_text("h1") == TITLE
    page.go_back()
    press(author, "main button[name=send]")
    assert page.locator("main button[name=send]").count() == 0
    (receipt,) = journey.mails_to(EMAIL)
    assert code in receipt.subject
    return code


def decide(journey, code, decision, message=""):
    """An editor finds it among what waits, and decides on the page of its review."""
    editor = journey.window("/review/", "editor")
    press(editor, f"main a:has-text('{code}')")
    editor.page.check(f"[name=decision][value={decision}]")
    editor.page.fill("[name=message]", message)
    if decision == "approve":
        for check in ("consent", "sensitivity", "sources"):
            editor.page.check(f"[name={check}]")
    press(editor, "form:has([name=decision]) [type=submit]")
    editor.go(journey.path("/review/"))
    assert code not in editor.page.inner_text("main")


def correct(journey, author, code):
    """The mail says no word of the message; it stands on the author's pages, with the way to change and send again."""
    (returned,) = journey.mails_to(EMAIL)
    assert code in returned.subject
    assert "say when" not in returned.body
    page = author.page
    author.go(link_in(returned, "/contribute/"))
    assert MESSAGE in page.inner_text("main blockquote")
    author.go(journey.path("/my/"))
    assert MESSAGE in page.inner_text(f".row:has-text('{TITLE}') blockquote")

    press(author, f".row a:has-text('{TITLE}')")
    press(author, "main .buttons a[href*='/contribute/']")
    assert MESSAGE in page.inner_text("main blockquote")
    press(author, f"main a[href$='/{code}/2/']")
    assert page.input_value("[name=what_was_done]") == WRONG
    page.fill("[name=what_was_done]", RIGHT)
    press(author, "main button[name=continue]")
    press(author, "main button[name=continue]")
    press(author, "main button[name=send]")
    (receipt,) = journey.mails_to(EMAIL)
    assert code in receipt.subject
    author.go(journey.path("/my/"))
    assert page.locator(f".row:has-text('{TITLE}') blockquote").count() == 0


def read_what_is_published(journey, author, code):
    (published,) = journey.mails_to(EMAIL)
    assert code in published.subject
    assert TITLE in published.body
    author.go(link_in(published, f"/r/{code}"))
    assert author.page.inner_text("h1") == TITLE
    assert RIGHT in author.page.inner_text("main")


def read_the_digest(journey, code):
    """News wait for the digest of the week; it names the entry and leads to it. Who wrote it gets none."""
    address = User.objects.get(last_name="facilitator").email
    assert journey.mails_to(address) == []
    gather_digests(timezone.now() + NEXT_WEEK)
    send_due()

    (digest,) = journey.mails_to(address)
    assert f"{TITLE} ({code})" in digest.body
    follower = journey.window("/my/", "facilitator")
    follower.go(link_in(digest, f"/r/{code}"))
    assert follower.page.inner_text("h1") == TITLE
    assert journey.mails_to(EMAIL) == []
