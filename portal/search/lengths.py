"""Short entries count as LENGTH words long in SQLite.

FTS5's BM25 favours short texts, and by how much cannot be set (https://sqlite.org/fts5.html#the_bm25_function). But a
flow is shorter than a case study because its form is, not because it says more of what was asked. PostgreSQL's ranking
knows no length.
"""

from dataclasses import replace

from .texts import BOUNDARY, Texts

LENGTH = 500
"""Longer than nine in ten texts of the first content. Any length from 400 to 3,000 orders it about as well."""


def levelled(texts: Texts) -> Texts:
    """The texts, filled up to LENGTH words with marks in the column that no score counts."""
    length = sum(map(len, vars(texts).values()))
    return replace(texts, names=[*texts.names, *[BOUNDARY] * (LENGTH - length)])
