"""Sector and country of lessons: those of their cases, as far as one may read these."""

from collections import defaultdict

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import in_alphabet
from portal.search.engines.result import FacetHits
from portal.search.models import RecordFacet

KIND = "case_study"
FACETS = ("sector", "country")


def known_values(user, asked, stored) -> dict:
    """Of the values `asked` (pairs of facet and value), those that a case study has that `user` may read: StoredValues
    by both. `stored` are all values by their primary key."""
    if not asked:
        return {}
    stored = {pk: each for pk, each in stored.items() if (each.facet, each.value) in asked}
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(kind=KIND)
    rows = RecordFacet.objects.filter(value__in=stored, document__identity__in=readable)
    return {(stored[pk].facet, stored[pk].value): stored[pk] for pk in rows.values_list("value", flat=True).distinct()}


def values_of(lessons, stored) -> dict:
    """The StoredValues of sector and country, and of those above them, by primary key, by the key of the case."""
    rows = RecordFacet.objects.filter(
        document__identity__in={lesson.key for lesson in lessons}, value__facet__in=FACETS
    )
    found = defaultdict(dict)
    for key, value in rows.values_list("document__identity", "value").order_by("pk"):
        # A value may be newer than what was stored a moment ago.
        if value in stored:
            found[key][value] = stored[value]
    return found


def countries_of(part) -> dict:
    """The labels of the countries of the lessons of a Part, by the key of the case."""
    return {
        key: sorted((each.label for each in part.values[key].values() if each.facet == "country"), key=in_alphabet)
        for key in {lesson.key for lesson in part.lessons}
    }


def facet_hits(facet, counts, stored, chosen) -> list[FacetHits]:
    """FacetHits of the counts by primary key of a value, most first; what was chosen is shown also without any."""
    shown = {pk: stored[pk] for pk in counts if pk in stored and stored[pk].facet == facet}
    shown |= {each.id: each for each in chosen.get(facet, ())}
    hits = [FacetHits(value, counts.get(pk, 0)) for pk, value in shown.items()]
    return sorted(hits, key=lambda each: (-each.count, in_alphabet(each.value.label), each.value.value))
