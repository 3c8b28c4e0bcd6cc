"""How long a text counts for BM25: as long as it is for its kind and its languages, and a constant more.

A flow is shorter than a case study because its form is, not because it says more of what was asked; and a record in
three languages says nothing three times. But of two case studies the shorter one that holds the words is more likely to
be about them. FTS5's b cannot be set (https://sqlite.org/fts5.html#the_bm25_function), and Lucene's is one for all:
so a text is filled up with marks, which nobody looks for, to the length that it is to count.
"""

from dataclasses import replace

from .texts import BOUNDARY, Texts

USUAL = 400
"""The length that a text counts which is as long as usual (Kind.usual_words). No text counts less than it has words."""
EVEN = 600
"""What every text counts more: length says less then, as if b were 0.3 and not 0.75."""


def levelled(texts: Texts, usual_words: int, languages: int = 1) -> Texts:
    """The texts of a record in so many languages, filled up in the column that no score counts. A usual text of its
    kind has `usual_words` in one language."""
    length = sum(map(len, vars(texts).values()))
    counted = EVEN + round(USUAL * length / (languages * usual_words))
    return replace(texts, names=[*texts.names, *[BOUNDARY] * (counted - length)])


def parted(names: str) -> tuple[str, str]:
    """A column of names as it is stored: the names, and the marks that fill up."""
    end = len(names.rstrip(f" {BOUNDARY}"))
    return names[:end], names[end:].strip()
