"""One agreement in force (`AgreementPage.objects.in_force`), and until when."""

from datetime import date

from django.db.models import Min
from django.utils import timezone

from portal.access.resting import Runs
from portal.core.days import end_of
from practices.agreements.models import AgreementPage


def running(identity, on=None):
    """The AgreementPage of this identity when it is in force on a day (a date; by default today), else None. The page
    is that of the original, or the oldest that is published."""
    pages = AgreementPage.objects.in_force(on or timezone.localdate())
    return pages.filter(translation_key=identity.key).order_by("pk").first()


def last_day(identity) -> date | None:
    """The last day on which it holds, the earliest that a language says; None where no end was set."""
    pages = AgreementPage.objects.live().filter(translation_key=identity.key)
    return pages.aggregate(day=Min("ends_on"))["day"]


def runs_until(identity) -> Runs | None:
    """The same for `portal.access.resting`: the moment after its last day."""
    if running(identity) is None:
        return None
    day = last_day(identity)
    return Runs(end_of(day) if day else None, _parties(identity))


def _parties(identity):
    pages = AgreementPage.objects.live().filter(translation_key=identity.key)
    return frozenset(pages.exclude(organisations=None).values_list("organisations__organisation", flat=True))
