"""The address by which one person answers for one owner of data, without signing in: signed, for four months.

It ends with the notice, which is replaced when the text or its access changes, and when the person speaks for the
organisation no longer.
"""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner

from portal.access.models import OwnerNotice
from portal.directory.rights import speakers

LASTS = timedelta(days=125)
_signer = TimestampSigner(salt="portal.desk.owners")


def token_for(notice, user):
    """What stands in the address for that person."""
    return _signer.sign(f"{notice.key.hex}.{user.pk}")


def read_token(token):
    """The notice and the person, or (None, None) for a link that is not ours or has ended."""
    try:
        key, _dot, number = _signer.unsign(token, max_age=LASTS).partition(".")
        found = OwnerNotice.objects.filter(pk=key, identity__withdrawn_at=None)
        notice = found.select_related("identity", "organisation").first()
        user = get_user_model().objects.filter(pk=int(number)).first()
    except (BadSignature, ValidationError, ValueError):
        return None, None
    if notice is None or user is None or user not in speakers(notice.organisation):
        return None, None
    return notice, user
