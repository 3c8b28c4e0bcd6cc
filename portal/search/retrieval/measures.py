"""How good an order of hits is, from 0 to 1, by the grades of what was judged."""

from math import log2

FIRST = 10


def ndcg(found: list[str], grades: dict[str, int], gain=int) -> float:
    """Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen, 2002).

    A text gains its grade, as BEIR and trec_eval have it; with `steep` its grade counts more than twice the next.
    """
    best = sorted(map(gain, grades.values()), reverse=True)
    return _sum(gain(grades.get(each, 0)) for each in found) / _sum(best)


def steep(grade: int) -> int:
    """The gain of a grade where what answers a question counts far more than what touches it."""
    return 2**grade - 1


def recall(found: list[str], grades: dict[str, int]) -> float:
    """What part of the texts that answer is among the first ten."""
    return len(grades.keys() & set(found[:FIRST])) / len(grades)


def _sum(gains):
    return sum(gain / log2(place) for place, gain in enumerate(list(gains)[:FIRST], start=2))
