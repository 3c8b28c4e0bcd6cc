"""Judged questions over the first content, and how well they are answered (data/judged_queries.csv).

Relevance is graded 3 (answers it), 2 (helps), 1 (touches it), by the ids of the first content. The French and Arabic
questions were judged on what the English entries say and what their terms are called in these languages.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from django.http import QueryDict

from portal.records.models import RecordPage
from portal.search.engines import engine
from portal.search.query import RecordQuery
from portal.search.retrieval.measures import ndcg, recall, steep

FLOORS = {"en": (0.94, 0.90), "fr": (0.80, 0.80), "ar": (0.80, 0.81)}
"""By language, what nDCG@10 and recall@10 are not to fall below on any store."""
QUESTIONS = Path(__file__).parent / "data" / "judged_queries.csv"


@dataclass(frozen=True)
class Answer:
    """How well one question was answered, and by which entries."""

    question: str
    ndcg: float
    recall: float
    found: list[str]


def read():
    """Language, words and grades of each question."""
    with QUESTIONS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            pairs = (one.split(":") for one in row["relevant"].split())
            yield row["language"], row["query"], {name: int(grade) for name, grade in pairs}


def answers():
    """By language, the Answers of the engine in force to a visitor."""
    ids = {page.key: page.source_id for page in RecordPage.objects.live()}
    answered = defaultdict(list)
    for language, question, grades in read():
        hits = engine().search(_query(question), None, language).hits
        found = [ids.get(hit.key) or hit.title for hit in hits]
        answered[language].append(Answer(question, ndcg(found, grades, steep), recall(found, grades), found))
    return answered


def means(answered):
    """By language, the means of nDCG@10 and recall@10."""
    return {
        language: (sum(each.ndcg for each in found) / len(found), sum(each.recall for each in found) / len(found))
        for language, found in answered.items()
    }


def _query(question):
    parameters = QueryDict(mutable=True)
    parameters["q"] = question
    return RecordQuery.from_parameters(parameters)
