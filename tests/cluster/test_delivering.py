"""Changes arrive once each in what they do, in the order of their record, however often and late they are sent."""

import pytest
from django.db import connection
from django.utils import timezone

from portal.search.cluster.building import build
from portal.search.cluster.client import Away, client
from portal.search.cluster.comparing import index_differences
from portal.search.cluster.delivering import action, deliver, refused_by
from portal.search.cluster.sources import sources_of
from portal.search.models import ClusterIndex, IndexChange, SearchState
from tests.cluster.asked import told
from tests.factories.people import editor
from tests.factories.records import decide, make_record


def test_an_older_version_that_comes_late_changes_nothing(cluster):
    page = make_record(title="Wells of the depot")
    name, number = ClusterIndex.objects.get().name, IndexChange.objects.get(pk=page.key).number
    older = action(name, page.key, number, sources_of([page.key])[page.key])
    decide(page, listed_to="members")
    deliver()

    assert refused_by([older], refresh=True) == set()
    assert list(index_differences()) == []
    page.unpublish()
    deliver()
    assert refused_by([older], refresh=True) == set()
    assert list(index_differences()) == []


def test_the_same_change_twice_is_as_once(cluster):
    page = make_record(title="Wells of the depot")
    row = IndexChange.objects.get(pk=page.key)
    deliver()
    row.save(force_insert=True)
    deliver()

    assert told()[:2] == (["Wells of the depot"], 1)
    assert not IndexChange.objects.exists()


@pytest.mark.parametrize("moment", ['FROM "search_searchtext"', 'DELETE FROM "search_indexchange"'])
def test_what_changes_while_it_is_sent_stays_in_the_outbox(cluster, moment):
    page = make_record(title="Wells of the depot")
    narrowed = []

    def narrow_once(execute, sql, parameters, many, context):
        if not narrowed and moment in sql:
            narrowed.append(page)
            decide(page, listed_to="members")
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(narrow_once):
        deliver()

    assert narrowed
    assert told()[:2] == ([], 0)
    assert told(user=editor())[:2] == (["Wells of the depot"], 1)
    deliver()
    assert list(index_differences()) == []


def test_a_cluster_that_is_away_keeps_the_changes_waiting(cluster):
    page = make_record(title="Wells of the depot")
    cluster.cut()
    with pytest.raises(Away):
        deliver()
    assert list(IndexChange.objects.values_list("pk", "tries")) == [(page.key, 0)]

    cluster.mend()
    assert deliver() == 1
    assert told() == (["Wells of the depot"], 1, told()[2], False)


def test_a_change_that_the_index_refuses_waits_and_is_left_out_meanwhile(cluster):
    page = make_record(title="Wells of the depot")
    deliver()
    [row] = ClusterIndex.objects.all()
    client().indices.put_settings(index=row.name, settings={"index.blocks.write": True})
    decide(page, listed_to="members")

    assert deliver() == 0
    [change] = IndexChange.objects.all()
    assert (change.tries, change.due_at > timezone.now()) == (1, True)
    assert told()[:2] == ([], 0)
    client().indices.put_settings(index=row.name, settings={"index.blocks.write": False})
    assert deliver() == 0
    IndexChange.objects.update(due_at=timezone.now())
    assert deliver() == 1
    assert list(index_differences()) == []


def test_an_index_that_was_deleted_by_hand_is_not_made_again_by_a_change(cluster):
    [row] = ClusterIndex.objects.all()
    client().indices.delete(index=row.name)
    make_record(title="Wells of the depot")

    assert deliver() == 0
    assert not client().indices.exists(index=row.name)
    titles, total, _, reduced = told()
    assert (titles, total, reduced) == (["Wells of the depot"], 1, True)
    build()
    assert told()[3] is False
    assert SearchState.count() >= 1
