"""The organisations that entries name: their names, and of those that the reader may know of sectors and address."""

from collections import defaultdict

from django.db.models import Exists, OuterRef

from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.directory.models import Organisation
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import OrganisationType, Sector
from practices.exchange.entries import NOBODY, Party

COLUMNS = ("pk", "slug", "acronym", "name_en", "kind")
OF_MINE_ACTION = {"national_mine_action_authority", "mine_action_centre", "mine_action_operator"}
"""Kinds of organisation that say the sector by themselves."""
MINE_ACTION = "mine_action"
ANY = "any-organisation"
"""Stands for the slug in an address."""


def parties_among(pks, user) -> dict[int, Party]:
    """`{primary key: Party}` of these organisations. Two queries."""
    known = Exists(RecordIdentity.objects.visible_to(user).filter(key=OuterRef("key")))
    rows = Organisation.objects.filter(pk__in=pks).annotate(is_known=known).order_by()
    rows = list(rows.values_list("is_known", f"name_{reading_language()}", *COLUMNS))
    sectors = _sectors([pk for is_known, _, pk, *_ in rows if is_known])
    # Found once: the address of each would cost more than all else.
    address = Organisation(slug=ANY).get_absolute_url()
    return {pk: _party(address, sectors[pk], is_known, name, pk, *values) for is_known, name, pk, *values in rows}


def mine_action() -> frozenset[int]:
    """The primary key of the sector of mine action; empty where the vocabulary lacks it."""
    return frozenset(pk for pk, sector in kept_terms(Sector).items() if sector.key == MINE_ACTION)


def _party(address, sectors, is_known, name, pk, slug, acronym, name_en, kind):
    name = name or name_en
    if not is_known:
        return Party(pk=pk, name=name, short_name=acronym or name)
    own = mine_action() if kept_terms(OrganisationType)[kind].key in OF_MINE_ACTION else NOBODY
    return Party(
        pk=pk,
        name=name,
        short_name=acronym or name,
        # Its end is the code, which tells that the organisation has an entry: for who may know of that.
        slug=slug,
        url=address.replace(ANY, slug),
        sectors=frozenset(sectors) | own,
    )


def _sectors(known):
    found = defaultdict(set)
    rows = Organisation.sectors.through.objects.filter(organisation__in=known)
    for organisation, sector in rows.values_list("organisation", "sector"):
        found[organisation].add(sector)
    return found
