"""What the order of hits is made of: the one place with the weights, for every store."""

WEIGHTS = {"title": 3.0, "summary": 2.0, "body": 1.0}
"""How much a word counts by where it stands. Names are found and not ranked."""
K1 = 1.5
"""How soon more of the same word says no more: k1 of "The Probabilistic Relevance Framework: BM25 and Beyond"
(Robertson and Zaragoza, 2009), for words weighed by where they stand (BM25F)."""
B = 0.75
"""How much length counts, of which lengths.py takes a third; FTS5 knows no other value."""
