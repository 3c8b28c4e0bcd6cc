"""What the page of an event shows of capturing: the way to it."""

from django.urls import reverse

from events.rights import runs
from portal.access.readers import takes_part


def capture_url(page, user):
    """Where `user` captures what is said at the event of a page; "" for who does not run it. Visitors run nothing:
    their page asks nothing."""
    is_run_by = takes_part(user) and runs(user, page.identity)
    return reverse("capture:event", args=[page.slug]) if is_run_by else ""
