"""What the order of hits is made of: the one place with the weights, for every store."""

WEIGHTS = {"title": 3.0, "summary": 2.0, "body": 1.0}
"""How much a word counts by where it stands. Names are found and not ranked."""
OTHERS_COUNT = 0.1
"""How much another name of what was typed counts beside the words themselves. Where all count alike, rare names of
other languages outweigh these."""
K1 = 1.5
"""How soon more of the same word says no more: k1 of "The Probabilistic Relevance Framework: BM25 and Beyond"
(Robertson and Zaragoza, 2009), for words weighed by where they stand (BM25F)."""
B = 0.75
"""How much length counts, of which lengths.py leaves two fifths; FTS5 knows no other value."""
KINDS = {"case_study": 1.2, "practice": 1.5, "platform": 0.8}
"""By what the score of the words is multiplied for the kind of a record; 1 for all others. Who asks a question is
helped by what somebody did or advises before the name of a system (docs/decisions/0045)."""


def factor_of(kind: str) -> float:
    """By what the score of a record of this kind (a key) is multiplied."""
    return KINDS.get(kind, 1.0)
