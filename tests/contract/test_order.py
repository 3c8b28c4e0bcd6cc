"""The stores may order hits otherwise, but none answers the judged questions worse than another.

A process knows one database. What each store was measured at is kept for those that run later on the same code
(.ci/run asks SQLite, PostgreSQL and Elasticsearch, in this order).
"""

import pytest

from tests.contract.stores import figures_of_others, note_figures, put_up, store_in_force
from tests.engines.conftest import STORES
from tests.search.judged import FLOORS, answers, means

NEAR = 0.05


@pytest.fixture(scope="module", params=STORES)
def measured(request, django_db_setup, django_db_blocker):
    """The store, and by language its nDCG@10 and recall@10."""
    with put_up(request.param, django_db_blocker):
        store, figures = store_in_force(), means(answers())
        note_figures(store, figures)
        yield store, figures


@pytest.mark.parametrize("language", FLOORS)
def test_a_store_answers_as_well_as_is_asked_of_each(measured, language):
    _store, figures = measured

    assert [figure >= floor for figure, floor in zip(figures[language], FLOORS[language], strict=True)] == [True, True]


@pytest.mark.parametrize("language", FLOORS)
def test_it_orders_as_well_as_the_others(measured, language):
    store, figures = measured
    others = figures_of_others(store)

    assert [name for name, of in others.items() if abs(of[language][0] - figures[language][0]) > NEAR] == []
