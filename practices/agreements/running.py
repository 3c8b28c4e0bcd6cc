"""Which agreements are in force: published, signed, begun, not over, not ended, not withdrawn."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from portal.access.resting import Runs
from practices.agreements.models import AgreementPage


def running(identity, on=None):
    """The AgreementPage of this identity when it is in force on a day (a date; by default today), else None.

    Of one in several languages each must say so: a translation may lag behind, and the stricter word counts. The page
    is that of the original, or the oldest that is published.
    """
    pages = _running_pages(identity, on or timezone.localdate())
    return pages[0] if pages else None


def runs_until(identity) -> Runs | None:
    """The same for `portal.access.resting`: with the moment after its last day, the earliest that a language says."""
    pages = _running_pages(identity, timezone.localdate())
    if not pages:
        return None
    days = [page.ends_on for page in pages if page.ends_on is not None]
    return Runs(_midnight_after(min(days)) if days else None)


def _running_pages(identity, day):
    if identity.withdrawn_at is not None:
        return []
    pages = list(AgreementPage.objects.live().filter(translation_key=identity.key).order_by("pk"))
    return pages if all(page.runs_on(day) for page in pages) else []


def _midnight_after(day):
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
