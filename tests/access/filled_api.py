"""What fills the addresses of the interface for programs from a world; who asks sends a token of theirs (Asker)."""

from itertools import batched

from portal.records.registry import kinds
from portal.taxonomy.vocabularies import VOCABULARIES
from tests.access.canaries import named_key
from tests.access.filled import SEVERAL, codes, keys_of_terms, list_queries, own_codes, plain, searches
from tests.access.world import CLOSED_YEAR

WRITTEN = ("needs", "holdings", "outputs")


def _lists(world):
    """Each list whole, a page at a time, and narrowed to the year of closed details."""
    yield ((),)
    yield ((), [("page_size", "100")])
    yield ((), [("page_size", "3"), ("page", "2"), ("sort", "title")])
    yield ((), [("from", str(CLOSED_YEAR)), ("to", str(CLOSED_YEAR))])


def _records(world):
    yield from _lists(world)
    yield from (((), query, echo) for query, echo in list_queries(world))
    titles = sorted(token.text for token in world.tokens.values() if token.field == "title")
    for some in batched(titles, SEVERAL):
        yield ((), [("q", " ".join(some)), ("page_size", "100")], some)


def _vocabularies(world):
    """Lists of every term, which anybody may read."""
    terms = keys_of_terms()
    yield from (((each.files[0],), (), terms) for each in VOCABULARIES)
    yield (("nothing-here",),)


ROWS = {
    "api:openapi": plain,
    "programs:docs": plain,
    "api:records": _records,
    "api:facets": searches,
    **dict.fromkeys((f"api:{kind.index_path}" for kind in kinds()), _lists),
    **dict.fromkeys((f"api:{part}" for part in ("record", "links", "trail", "matches")), codes),
    "api:vocabularies": plain,
    "api:vocabulary": _vocabularies,
    **dict.fromkeys((f"api:draft-{name}" for name in WRITTEN), own_codes),
    "api:report": codes,
    "programs:tokens": plain,
    "programs:end": lambda world: [((named_key("no token"),),)],
}
