"""The address by which a reader stops mails like this one, without signing in: signed, for one notice, for a year."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

from portal.notifications import kinds
from portal.notifications.enums import Urgency
from portal.notifications.models import Notice

LASTS = timedelta(days=365)
_signer = TimestampSigner(salt="portal.notifications.stop")


def stop_url(notice):
    """The address, in the language of now; "" for mails that nobody can stop."""
    if kinds.kind(notice.kind).urgency == Urgency.ALWAYS:
        return ""
    return settings.SITE_URL + reverse("notices:stop", args=[_signer.sign(notice.pk.hex)])


def notice_of(token):
    """The notice that a stop link belongs to; None when it was not written by us, is too old, or its notice is gone."""
    try:
        key = _signer.unsign(token, max_age=LASTS)
        return Notice.objects.select_related("user__mail_preference").filter(pk=key).first()
    except (BadSignature, ValidationError, ValueError):
        return None
