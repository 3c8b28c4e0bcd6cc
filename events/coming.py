"""The next event, for the home page."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from events.enums import Standing
from events.models import EventPage
from events.row import days_of
from portal.core.languages import under_prefix
from portal.records.addresses import path_of


@dataclass(frozen=True)
class NextEvent:
    """An event as its card tells of it."""

    title: str
    url: str
    lang: str
    dates: str
    place: str


def next_event(user) -> NextEvent | None:
    """The real event that is going on or comes next, of those of which `user` may know; None where there is none."""
    pages = EventPage.objects.visible_to(user).filter(is_demo=False, starts_on__isnull=False).select_related("locale")
    # A day more: where it is held it may still be yesterday.
    since = timezone.localdate() - timedelta(days=1)
    coming = pages.annotate(last=Coalesce(F("ends_on"), F("starts_on"))).filter(last__gte=since)
    page = next((page for page in coming.order_by("starts_on", "pk")[:10] if page.standing != Standing.PAST), None)
    if page is None:
        return None
    url = under_prefix(path_of(page))
    return NextEvent(page.title, url, page.locale.language_code, days_of(page), page.place)
