"""The address of the feed of a saved search: signed, for one person and one search, for a year, and ended by a button.

A feed reader brings no password and no second factor. So a feed shows what its person may know as a member of their
organisations, an editor too; what is for focal points and editors alone is in no feed.
"""

from dataclasses import replace
from datetime import timedelta
from secrets import token_hex

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

from portal.access.readers import reader_of, takes_part
from portal.community.models import SavedSearch

LASTS = timedelta(days=365)
_signer = Signer(salt="portal.community.feed")


def open_feed(search):
    """Gives a search a new address for its feed; the one before ends."""
    search.feed_key, search.feed_until = token_hex(16), timezone.now() + LASTS
    search.save(update_fields=["feed_key", "feed_until"])


def end_feed(search):
    """Ends the address of its feed."""
    search.feed_key, search.feed_until = "", None
    search.save(update_fields=["feed_key", "feed_until"])


def feed_url(search):
    """The whole address, in the language of now; "" where there is no feed, or its year is over."""
    if not search.feed_key or search.feed_until <= timezone.now():
        return ""
    token = _signer.sign(search.feed_key)
    return settings.SITE_URL + reverse("transfer:feed", args=[token])


def search_of(token):
    """The SavedSearch of a feed's address; None for an address that is not ours, was ended or is over, and when its
    person is of the community no more."""
    try:
        key = _signer.unsign(token)
    except BadSignature:
        return None
    open_now = SavedSearch.objects.filter(feed_key=key, feed_until__gt=timezone.now()).exclude(feed_key="")
    search = open_now.select_related("user").first()
    return search if search and takes_part(search.user) else None


def feed_reader(user):
    """The Reader as which a feed asks: this person of the community, without what they see as focal point or editor."""
    as_member = {"is_member": True, "is_editor": False, "speaks_for_authority": False}
    return replace(reader_of(user), focal_ids=frozenset(), **as_member)
