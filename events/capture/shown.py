"""What the page of an event shows of capturing: the way to it."""

from django.urls import reverse


def capture_url(page, is_run):
    """Where its reader captures what is said at the event of a page; "" for who does not run it."""
    return reverse("capture:event", args=[page.slug]) if is_run else ""
