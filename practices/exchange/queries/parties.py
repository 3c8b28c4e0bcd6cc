"""The organisations that entries name: their names, and of those that the reader may know of sectors and address."""

from collections import defaultdict

from portal.access.queries import visible_to
from portal.core.languages import reading_language
from portal.directory.models import Organisation
from practices.exchange.entries import Party

COLUMNS = ("pk", "slug", "acronym", "name_en")


def parties_among(pks, user) -> dict[int, Party]:
    """`{primary key: Party}` of these organisations. Three queries."""
    own = f"name_{reading_language()}"
    known = set(visible_to(Organisation.objects.filter(pk__in=pks), user).values_list("pk", flat=True))
    sectors = _sectors(known)
    rows = Organisation.objects.filter(pk__in=pks).order_by().values_list(*COLUMNS, own)
    return {
        pk: Party(
            pk=pk,
            # The end of it is its code, which tells that it has an entry.
            slug=slug if pk in known else "",
            name=name or name_en,
            short_name=acronym or name or name_en,
            url=Organisation(slug=slug).get_absolute_url() if pk in known else "",
            sectors=frozenset(sectors[pk]),
        )
        for pk, slug, acronym, name_en, name in rows
    }


def _sectors(known):
    found = defaultdict(set)
    rows = Organisation.sectors.through.objects.filter(organisation__in=known)
    for organisation, sector in rows.values_list("organisation", "sector"):
        found[organisation].add(sector)
    return found
