"""What judged questions are answered with, over the first content. `make bench` prints the same figures."""

import pytest

from tests.first_content import first_content
from tests.search.judged import FLOORS, answers, means, read

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def found(django_db_setup, django_db_blocker):
    """By language, nDCG@10 and recall@10."""
    with first_content(django_db_blocker):
        return means(answers())


def test_every_language_has_questions():
    languages = [language for language, _, _ in read()]

    assert {language: languages.count(language) for language in languages} == {"en": 44, "fr": 21, "ar": 20}


@pytest.mark.parametrize("language", FLOORS)
def test_questions_find_what_answers_them_first(found, language):
    ndcg, recall = FLOORS[language]

    assert found[language][0] >= ndcg
    assert found[language][1] >= recall
