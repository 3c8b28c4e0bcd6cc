"""Plain BM25, as Lucene computes it (BM25Similarity, k1 1.2, b 0.75), over title and text as one, with our analysis.

Any word matches; small words of the question are left out, as everywhere in the portal. Lengths are exact, where Lucene
keeps them in a byte.
"""

from collections import Counter, defaultdict
from heapq import nlargest
from math import log

from portal.search import analysis

from .measures import FIRST

K1, B = 1.2, 0.75


class PlainBM25:
    """An index in memory of texts (title and text by id) in one language."""

    def __init__(self, texts: dict[str, tuple[str, str]], language: str):
        self.language = language
        self.places = defaultdict(dict)
        lengths = {}
        for key, (title, text) in texts.items():
            found = [*analysis.words(title, language), *analysis.words(text, language)]
            lengths[key] = len(found)
            for word, count in Counter(found).items():
                self.places[word][key] = count
        usual = sum(lengths.values()) / len(lengths) or 1
        self.norms = {key: K1 * (1 - B + B * length / usual) for key, length in lengths.items()}

    def best(self, question: str) -> list[str]:
        """The ids of the ten best, the best first."""
        tokens = [token.group() for token in analysis.tokens(question)]
        kept = [token for token in tokens if not analysis.is_stop_word(token)] or tokens
        scores = Counter()
        for word in dict.fromkeys(word for token in kept for word in analysis.words_of(token, self.language)):
            found = self.places.get(word, {})
            weight = log(1 + (len(self.norms) - len(found) + 0.5) / (len(found) + 0.5))
            for key, count in found.items():
                scores[key] += weight * count / (count + self.norms[key])
        return nlargest(FIRST, scores, key=scores.__getitem__)
