"""A warning where nobody would read an entry: published, it would be found by nobody for whom it was written."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from portal.access.enums import Level
from portal.access.models import AccessWish, RecordIdentity
from portal.access.services import sensitivity_of, with_levels


def unread_warning(identity, wish) -> str:
    """A sentence where the details are for named organisations and none is named, or for owner and keeper and it has
    none; "" otherwise. By the `wish` (AccessWish, or None) that waits, else by what is: for who sends, and who accepts.
    """
    return _warning(identity, wish, (wish or identity).named_organisations.exists())


def unread_among(keys) -> dict:
    """By key of an identity the same of many; those of which nothing is to be said are left out. One query."""
    by_wish = AccessWish.named_organisations.through.objects.filter(accesswish__identity=OuterRef("pk"))
    by_row = RecordIdentity.named_organisations.through.objects.filter(recordidentity=OuterRef("pk"))
    rows = RecordIdentity.objects.filter(pk__in=keys).select_related("wish")
    found = {}
    for row in rows.annotate(wish_names=Exists(by_wish), row_names=Exists(by_row)):
        wish = getattr(row, "wish", None)
        found[row.pk] = _warning(row, wish, row.wish_names if wish else row.row_names)
    return {key: sentence for key, sentence in found.items() if sentence}


def _warning(identity, wish, names_any):
    then = identity
    if wish is not None:
        then = with_levels(identity, wish.listed_to, wish.details_to, sensitivity_of(wish))
    level, has_parties = Level(then.details_to), bool(identity.owner_id or identity.custodian_id)
    if level.rank < Level.NAMED.rank or (level == Level.NAMED and names_any):
        return ""
    if not has_parties:
        return _("Nobody but its writers and the editors could read this: no organisation is named, and none owns it.")
    if level == Level.NAMED:
        return _("No organisation is named: outside the one that owns or keeps it, nobody could read this.")
    return ""
