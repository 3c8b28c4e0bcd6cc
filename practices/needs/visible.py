"""Which matches somebody may know of: those whose record on the other side they may know of."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.db.models import Count, Exists, OuterRef
from django.utils.translation import gettext as _

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.records.models import RecordPage
from practices.needs.models.matches import Match


def visible_matches(user, side):
    """Matches whose record on the `side` ("need", "holding") the user may know of; of each whether they may read it."""
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk=OuterRef(side))
    return known_matches(user, side).annotate(is_readable=Exists(readable))


def known_matches(user, side):
    """The same without the question what they may read. What is published no more has no page to lead to, until its
    matches are worked out anew."""
    known = RecordIdentity.objects.visible_to(user).filter(pk=OuterRef(side))
    published = RecordPage.objects.live().filter(translation_key=OuterRef(side))
    return Match.objects.filter(Exists(known), Exists(published))


def numbers_of_fits(needs: Iterable[UUID], user) -> dict[UUID, int]:
    """By key of a need, how many holdings may fit it that `user` may know of; nothing for none. One query."""
    rows = known_matches(user, "holding").filter(need__in=list(needs)).values("need").annotate(number=Count("pk"))
    return dict(rows.order_by().values_list("need", "number"))


def with_numbers_of_fits(listing, user):
    """The Listing with one more fact in each row of a need: how many holdings may fit it that `user` may know of."""
    numbers = numbers_of_fits([hit.key for hit in listing.hits], user)
    hits = [_with_number(hit, numbers[hit.key]) if hit.key in numbers else hit for hit in listing.hits]
    return replace(listing, hits=hits)


def _with_number(hit, number):
    return replace(hit, facts=[*hit.facts, (_("May fit"), str(number))])
