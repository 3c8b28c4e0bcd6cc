"""What the portal fills in, so that nobody is asked for it."""

from datetime import timedelta

from django.utils import timezone
from wagtail.fields import RichTextField

from portal.records.linter.passages import as_read

SHORTEST_LOOK = timedelta(days=365)
"""After so long an entry is looked at again, unless somebody says otherwise."""
LONGEST_SUMMARY = 300


def begin(page, organisation):
    """Of a new draft: whom to ask and which sectors it concerns, by the organisation that it is written for."""
    if organisation is None:
        return
    page.focal_mailbox = page.focal_mailbox or organisation.mailbox
    if not page.sectors.count():
        page.sectors.set(list(organisation.sectors.all()))


def finish(page, kind):
    """Before it is sent, where they are empty: the summary, and the day on which to look at it again."""
    page.summary = page.summary or first_words(page, kind)
    page.review_due_on = page.review_due_on or timezone.localdate() + SHORTEST_LOOK


def first_words(page, kind):
    """The first 300 characters of its text, cut between words."""
    texts = (" ".join(_plain(page, name).split()) for name in kind.short.names() if name != "title")
    text = next(filter(None, texts), "")
    if len(text) <= LONGEST_SUMMARY:
        return text
    return text[: LONGEST_SUMMARY - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _plain(page, name):
    field = next((each for each in page._meta.concrete_fields if each.name == name), None)
    if isinstance(field, RichTextField):
        return as_read(getattr(page, name) or "")
    is_text = field is not None and field.get_internal_type() == "TextField"
    return getattr(page, name) if is_text else ""
