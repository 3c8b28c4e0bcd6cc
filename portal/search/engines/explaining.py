"""What the places of hits are made of: the score of each word alone, asked of the engine that ordered them."""

from uuid import UUID

from portal.search.audience import visible_to
from portal.search.models import RecordDocument
from portal.search.query import RecordQuery
from portal.search.ranking import factor_of
from portal.search.stored_values import StoredValues
from portal.search.worth import Worth

from .filters import Filters


def worths_of(engine, query, user, result) -> dict[UUID, Worth]:
    """By the keys of the hits of a Result, the Worth that the engine gave them; nothing where words order nothing."""
    if query.sort != "relevance" or not result.hits:
        return {}
    kinds = {hit.key: hit.kind for hit in result.hits}
    ids = dict(RecordDocument.objects.filter(identity__in=kinds).values_list("identity", "pk"))
    asked = RecordQuery(sort="relevance", only=tuple(kinds), page_size=len(kinds))
    expression = query.expression.loosened() if result.any_word else query.expression
    parts, no_values = {key: [] for key in kinds}, StoredValues({})
    for meaning in expression.meanings:
        scores = engine.found(visible_to(user), asked, expression.part(meaning), Filters(), no_values).scores
        for key, kind in kinds.items():
            if score := scores.get(ids.get(key)):
                parts[key].append((meaning.said, score / factor_of(kind)))
    return {key: Worth(tuple(found), factor_of(kinds[key])) for key, found in parts.items()}
