"""A month after an event, each of those who gave something or took part hears what became of it: once, however often it
is asked."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from events.models import EventPage
from events.proceedings.became import contributors_of, guests_of, participants_of
from events.proceedings.mails import BECAME, BECAME_FOR_GUESTS
from portal.access.models import RecordIdentity
from portal.core.signed_links import path_in_english
from portal.notifications.posting import tell, write_to

AFTER = timedelta(days=30)
AT_MOST = timedelta(days=60)
"""Of what is longer ago nobody is told: they would hear of events that were entered afterwards."""


def tell_what_became(today=None) -> int:
    """Writes the mails that are due into the outbox; returns how many are new."""
    today = today or timezone.localdate()
    ended = EventPage.objects.live().filter(is_demo=False).annotate(last=Coalesce(F("ends_on"), F("starts_on")))
    pages = ended.filter(last__lte=today - AFTER, last__gt=today - AT_MOST).order_by("pk")
    # A translation is the same event.
    first = {page.key: page for page in reversed(pages)}
    identities = RecordIdentity.objects.filter(pk__in=first, withdrawn_at=None).order_by("code")
    return sum(_tell(identity, first[identity.pk]) for identity in identities)


def _tell(identity, page):
    ids = contributors_of(identity.pk) | participants_of(identity.pk)
    people = get_user_model().objects.filter(pk__in=ids, is_active=True)
    facts = {"event": identity.pk.hex, "path": path_in_english("proceedings:today", page.slug)}
    event = f"{BECAME.key}:{identity.code}"
    told = tell(kind=BECAME.key, event=event, people=people, record=identity.pk, facts=facts)
    guests = sorted(guests_of(identity.pk).items())
    return told + sum(
        write_to(kind=BECAME_FOR_GUESTS.key, event=event, address=address, language=language, facts=facts)
        for address, language in guests
    )
