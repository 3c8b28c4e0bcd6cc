"""How well the engines find what a judged collection says that they should."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict

from portal.search.engines import engine
from portal.search.query import RecordQuery

from .collection import Judged
from .filling import Text, fill
from .measures import FIRST, ndcg, recall
from .plain import PlainBM25


class NotAnswered(Exception):
    """The store that is measured was not the one that answered."""


@dataclass(frozen=True)
class Scores:
    """The means over all questions, from 0 to 1."""

    ndcg: float
    recall: float


def scores(judged: Judged, best: Callable[[str], list[str]]) -> Scores:
    """How good `best(question)` is, which answers the ids of texts, the best first."""
    found = {key: best(question) for key, question in judged.questions.items()}
    count = len(found)
    return Scores(
        ndcg=sum(ndcg(each, judged.grades[key]) for key, each in found.items()) / count,
        recall=sum(recall(each, judged.grades[key]) for key, each in found.items()) / count,
    )


def scores_of_plain(judged: Judged, language: str) -> Scores:
    """How good plain BM25 is."""
    return scores(judged, PlainBM25(judged.texts, language).best)


def scores_of_store(judged: Judged, language: str, store: Callable) -> Scores:
    """How good the portal's search is in a store (stores.py). Raises NotAnswered where another store answered."""
    texts = [Text(key, title, body, language) for key, (title, body) in judged.texts.items()]
    names = {text.identity: text.key for text in texts}
    with store() as is_filled:
        fill(texts)
        is_filled()
        return scores(judged, lambda question: [names[hit.key] for hit in _hits(question, language)])


def _hits(question, language):
    """The first hits for a visitor who types the question."""
    parameters = QueryDict(mutable=True)
    parameters["q"] = question
    query = RecordQuery.from_parameters(parameters)
    query.page_size = FIRST
    result = engine().search(query, None, language)
    if result.reduced:
        raise NotAnswered("The search cluster did not answer; the database did in its place.")
    return result.hits
