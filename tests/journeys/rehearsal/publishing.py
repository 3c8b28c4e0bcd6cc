"""Drafts become entries: who wrote one says who may see it and sends it, an editor reads and approves it."""

from django.urls import reverse

from events.outputs.models import OutputPage
from portal.access.enums import Level
from tests.factories.records import decide
from tests.records.admin_form import CHECKED

from .workshop import OF_A_SESSION, OUTPUTS

PUBLIC, NAMED, MEMBERS = "public", "named_organisations", "members"
NO = dict.fromkeys(("names_person", "names_place", "tells_unpublished"), "no")


def level_of(number):
    """For whom the output with that number is: every sixth for everybody, the one after it for named organisations."""
    return {0: PUBLIC, 1: NAMED}.get(number % 6, MEMBERS)


def words_for(*levels):
    """The words of the outputs for these levels."""
    return [each.word for number, each in enumerate(OUTPUTS) if level_of(number) in levels]


def send_outputs(people):
    """All outputs, in any order, since several people review: the last one of each session by the pages, the others as
    these would, since their tests are elsewhere and each takes six pages."""
    links = people.facilitator.open("/contribute/").main.xpath(".//a[contains(@href, '/outputs/O')]")
    paths = {link.text_content().split()[0]: link.get("href") for link in links}
    for number, each in people.line.mixed(list(enumerate(OUTPUTS))):
        page = OutputPage.objects.get(title=each.text)
        if number % OF_A_SESSION == OF_A_SESSION - 1:
            send(people.facilitator, paths[each.word], level_of(number))
            approve(people.editor, page)
        else:
            publish_past_pages([page], level_of(number))


def send(browser, path, level):
    """The step “Who may see this?”, and off to the review."""
    page = browser.open(f"{path}who/")
    form = page.form("continue=yes")
    page = browser.send(form, "continue=yes", listed_to=level, details_to=level, **NO)
    page = browser.send(page.form("send=yes"), "send=yes")
    assert "It waits for review." in page.text, page.text


def approve(browser, row):
    page = browser.open(reverse("records_admin:review", args=[row.pk]))
    ticks = dict.fromkeys(CHECKED, True)
    browser.send(page.form(field="decision"), follow=False, decision="approve", **ticks)


def publish_past_pages(pages, level):
    """What became of lines and sheets, published for these people."""
    for page in pages:
        decide(page, listed_to=Level(level))
        page.get_latest_revision().publish()
