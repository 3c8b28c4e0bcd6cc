"""The organisations that entries name, past the question who may know of their own entries: entries.py asks it."""

from collections import defaultdict

from portal.core.languages import reading_language
from portal.directory.models import Organisation
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import OrganisationType, Sector
from practices.exchange.entries import NOBODY, Party

COLUMNS = ("pk", "key", "slug", "acronym", "name_en", "kind")
OF_MINE_ACTION = {"national_mine_action_authority", "mine_action_centre", "mine_action_operator"}
"""Kinds of organisation that say the sector by themselves."""
MINE_ACTION = "mine_action"
ANY = "any-organisation"
"""Stands for the slug in an address."""


def parties_among(pks) -> dict[int, Party]:
    """`{primary key: Party}` of these organisations. Two queries."""
    rows = Organisation.objects.filter(pk__in=pks).order_by().values_list(f"name_{reading_language()}", *COLUMNS)
    sectors = _sectors(pks)
    # Found once: the address of each would cost more than all else.
    address = Organisation(slug=ANY).get_absolute_url()
    return {pk: _party(address, sectors[pk], name, pk, *values) for name, pk, *values in rows}


def mine_action() -> frozenset[int]:
    """The sector of mine action as a set of primary keys: of that one, or empty where the vocabulary lacks it."""
    return frozenset(pk for pk, sector in kept_terms(Sector).items() if sector.key == MINE_ACTION)


def _party(address, sectors, name, pk, key, slug, acronym, name_en, kind):
    name = name or name_en
    own = mine_action() if kept_terms(OrganisationType)[kind].key in OF_MINE_ACTION else NOBODY
    return Party(
        pk=pk,
        key=key,
        name=name,
        short_name=acronym or name,
        # Its end is the code, which tells that the organisation has an entry: for who may know of that.
        slug=slug,
        url=address.replace(ANY, slug),
        sectors=frozenset(sectors) | own,
    )


def _sectors(pks):
    found = defaultdict(set)
    rows = Organisation.sectors.through.objects.filter(organisation__in=pks)
    for organisation, sector in rows.values_list("organisation", "sector"):
        found[organisation].add(sector)
    return found
