"""The outbox: what the cluster does not know yet is left out of what it answers, and numbers tell of nothing."""

import pytest

from portal.search.cluster import changes
from portal.search.cluster.building import build
from portal.search.cluster.changes import ready
from portal.search.cluster.client import Away
from portal.search.cluster.comparing import index_differences
from portal.search.cluster.delivering import deliver
from portal.search.models import IndexChange, SearchState
from tests.cluster.asked import ask, told
from tests.factories.people import editor
from tests.factories.records import decide, make_record


@pytest.mark.django_db
def test_a_record_has_one_row_with_the_number_of_its_last_change(settings):
    settings.SEARCH_ENGINE = "elasticsearch"
    page = make_record(title="Wells")
    first = IndexChange.objects.get(pk=page.key)
    make_record(title="Others")
    decide(page, listed_to="members")
    second = IndexChange.objects.get(pk=page.key)

    assert first.number < second.number == SearchState.count()
    assert IndexChange.objects.count() == 2


@pytest.mark.django_db
def test_only_what_was_never_findable_and_changed_once_is_a_first_publication(settings):
    settings.SEARCH_ENGINE = "elasticsearch"
    new, twice = make_record(title="New"), make_record(title="Twice")
    decide(twice, listed_to="members")
    assert dict(IndexChange.objects.values_list("pk", "is_first")) == {new.key: True, twice.key: False}

    IndexChange.objects.all().delete()
    decide(new, listed_to="members")
    assert dict(IndexChange.objects.values_list("pk", "is_first")) == {new.key: False}


@pytest.mark.django_db
def test_what_changes_nothing_is_no_change(settings):
    settings.SEARCH_ENGINE = "elasticsearch"
    page = make_record(title="Wells")
    IndexChange.objects.all().delete()
    decide(page, listed_to="public")

    assert not IndexChange.objects.exists()


def test_what_was_narrowed_and_is_on_its_way_is_in_no_number(cluster):
    page = make_record(title="Wells of the depot", tags=["deep"])
    make_record(title="Wells of the town")
    deliver()
    before = told()
    assert before[:2] == (["Wells of the depot", "Wells of the town"], 2)
    assert before[2]["tag", "deep"] == 1

    decide(page, listed_to="members")

    titles, total, counts, reduced = told()
    assert (titles, total, reduced) == (["Wells of the town"], 1, False)
    assert ("tag", "deep") not in counts
    assert set(counts.values()) == {1}
    deliver()
    assert told() == (titles, total, counts, False)
    assert told(user=editor())[:2] == (["Wells of the depot", "Wells of the town"], 2)


def test_what_was_withdrawn_is_gone_at_once_and_for_good(cluster):
    page = make_record(title="Wells of the depot")
    deliver()
    page.unpublish()

    assert told()[:2] == ([], 0)
    deliver()
    assert told()[:2] == ([], 0)
    assert list(index_differences()) == []


def test_with_too_many_on_their_way_the_database_answers(cluster, monkeypatch):
    monkeypatch.setattr(changes, "MOST_LEFT_OUT", 1)
    pages = [make_record(title=f"Wells {number}") for number in range(3)]
    deliver()
    decide(pages[0], listed_to="members")
    assert ready().left_out == (pages[0].key,)
    decide(pages[1], listed_to="members")

    with pytest.raises(Away):
        ready()
    assert told()[:2] == (["Wells 2"], 1)
    assert ask().reduced
    deliver()
    assert not ask().reduced


def test_changes_that_no_index_heard_of_are_answered_by_the_database_until_one_is_built(cluster, settings):
    page = make_record(title="Wells of the depot")
    deliver()
    settings.SEARCH_ENGINE = "database"
    decide(page, listed_to="members")
    settings.SEARCH_ENGINE = "elasticsearch"

    assert told()[:2] == ([], 0)
    assert ask().reduced
    assert list(index_differences()) == ["The search cluster: no index holds all changes."]
    build()
    assert not ask().reduced
    assert list(index_differences()) == []
