"""What a person wants: which mails, how often, in which language."""

import hashlib

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils import timezone

from portal.core.languages import LANGUAGES
from portal.notifications import kinds
from portal.notifications.enums import Digest, Mails, State, Urgency
from portal.notifications.models import MailPreference, Notice, StoppedAddress

WANTED = {
    Mails.ALL: frozenset(Urgency),
    Mails.MUST: frozenset({Urgency.ALWAYS, Urgency.MUST}),
    Mails.NONE: frozenset({Urgency.ALWAYS}),
}
"""Which urgencies reach whom."""


def preference_of(user):
    """The MailPreference of a user, one with the defaults (not saved) when they have chosen nothing."""
    try:
        return user.mail_preference
    except ObjectDoesNotExist:
        return MailPreference(user=user)


def language_of(user):
    """The language in which a person gets mails: the one chosen, else the first of the member's that the portal has."""
    if chosen := preference_of(user).language:
        return chosen
    try:
        known = user.member.languages
    except ObjectDoesNotExist:
        known = []
    return next((code for code in known if code in LANGUAGES), settings.LANGUAGE_CODE)


@transaction.atomic
def choose_mails(*, user, mails, digest, language=""):
    """Keeps what a person chose. What waits for a digest that there will not be any more is due by itself."""
    chosen = {"mails": mails, "digest": digest, "language": language}
    preference, _ = MailPreference.objects.update_or_create(user=user, defaults=chosen)
    if digest == Digest.OFF or Urgency.NEWS not in WANTED[Mails(mails)]:
        held = Notice.objects.filter(user=user, state=State.HELD, digest=None)
        held.update(state=State.DUE, next_try_at=timezone.now())
    return preference


@transaction.atomic
def stop_mails(*, notice):
    """Its reader wants no more like it: from news to none of it, from all else to nothing but about the account."""
    if notice.user is None:
        StoppedAddress.objects.get_or_create(digest=digest_of(notice.address))
        return
    now = preference_of(notice.user)
    choose_mails(user=notice.user, mails=stopped_to(notice), digest=now.digest, language=now.language)


def stopped_to(notice):
    """What is left to the reader of a notice who stops such mails: a value of Mails; None for an address alone."""
    if notice.user is None:
        return None
    is_news = urgency_of(notice) == Urgency.NEWS
    return Mails.MUST if is_news and preference_of(notice.user).mails != Mails.NONE else Mails.NONE


def is_stopped(address):
    """Whether an address without an account wants no mails."""
    return StoppedAddress.objects.filter(digest=digest_of(address)).exists()


def digest_of(address):
    """What is kept of an address that wants no mails."""
    return hashlib.sha256(address.strip().lower().encode()).hexdigest()


def urgency_of(notice):
    """The urgency of the notice's kind."""
    return kinds.kind(notice.kind).urgency
