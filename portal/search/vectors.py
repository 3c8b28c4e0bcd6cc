"""Words as PostgreSQL's tsvector, written out here: its own parser would cut words otherwise than the analysis."""

from .texts import BOUNDARY, Texts

LAST_POSITION = 16_383
MOST_POSITIONS = 255
COLUMN_WEIGHTS = (("title", "A"), ("summary", "B"), ("body", "C"), ("names", "D"))


def vector_of(texts: Texts) -> str:
    """The literal of a tsvector: words hold letters and digits only, so that nothing needs escaping."""
    places: dict[str, list[str]] = {}
    position = 0
    for column, weight in COLUMN_WEIGHTS:
        # No phrase reaches from one column to the next, as in the other stores.
        for word in (*getattr(texts, column), BOUNDARY):
            position = min(position + 1, LAST_POSITION)
            if word != BOUNDARY:
                places.setdefault(word, []).append(f"{position}{weight}")
    return " ".join(f"'{word}':{','.join(found[:MOST_POSITIONS])}" for word, found in places.items())
