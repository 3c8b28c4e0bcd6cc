"""A new index is built while the portal serves and writes: what is written meanwhile is in it, a crash does no harm."""

import pytest
from django.utils import timezone

from portal.search.cluster import building
from portal.search.cluster.building import LONGEST, NotBuilt, build, build_if_missing
from portal.search.cluster.client import Away, client
from portal.search.cluster.comparing import index_differences
from portal.search.cluster.courier import bring
from portal.search.cluster.delivering import deliver
from portal.search.models import ClusterIndex, SearchState
from portal.search.projection import rebuild
from tests.cluster.asked import told
from tests.factories.records import decide, make_record


@pytest.fixture
def four(cluster, monkeypatch):
    """Four records that wait to be delivered; builds go in batches of one."""
    monkeypatch.setattr(building, "BATCH", 1)
    return [make_record(title=f"Wells {number}") for number in range(4)]


def names():
    return set(ClusterIndex.objects.values_list("name", flat=True))


@pytest.mark.parametrize("delivers", [True, False], ids=["delivered meanwhile", "delivered afterwards"])
def test_what_is_written_during_a_build_is_in_its_result(four, delivers):
    deliver()

    written = []

    def write(done, total):
        if done == 2 and not written:
            written.append(done)
            decide(four[0], listed_to="members")
            decide(four[3], listed_to="members")
            four[1].unpublish()
            make_record(title="Wells of the town")
            if delivers:
                deliver()
        assert told()[3] is False

    old = names()
    assert build(write) in (3, 4)

    assert told()[:2] == (["Wells 2", *([] if not delivers else ["Wells of the town"])], 1 + delivers)
    deliver()
    assert told()[:2] == (["Wells 2", "Wells of the town"], 2)
    assert list(index_differences()) == []
    assert not names() & old
    assert not client().indices.exists(index=",".join(old))


def test_a_build_that_is_cut_off_leaves_the_old_index_answering_and_the_next_one_tidies_up(four):
    deliver()

    def crash(done, total):
        if done == 2:
            raise KeyboardInterrupt

    [old] = names()
    with pytest.raises(KeyboardInterrupt):
        build(crash)
    assert len(names()) == 2
    decide(four[0], listed_to="members")
    deliver()

    assert told() == (["Wells 1", "Wells 2", "Wells 3"], 3, told()[2], False)
    assert build() == 4
    assert len(names()) == 1
    assert old not in names()
    assert list(index_differences()) == []


def test_a_cluster_that_goes_away_during_a_build_leaves_the_old_index_answering(four, cluster):
    deliver()
    [old] = names()
    with pytest.raises(Away):
        build(lambda done, total: cluster.cut())
    cluster.mend()

    assert told()[1] == 4
    assert ClusterIndex.objects.get(answers=True).name == old


def test_of_two_builds_at_once_one_wins_and_none_is_half(four):
    deliver()
    with pytest.raises(NotBuilt):
        build(lambda done, total: build() if done == 1 else None)

    assert len(names()) == 1
    assert told() == ([f"Wells {number}" for number in range(4)], 4, told()[2], False)
    assert list(index_differences()) == []


def test_tables_that_are_written_anew_as_they_were_are_no_news(four):
    deliver()
    rebuild()

    assert told()[3] is False
    assert deliver() == 0
    assert list(index_differences()) == []


def test_an_index_is_built_where_none_answers_and_a_cluster_is_used(cluster, settings):
    assert build_if_missing() is False
    ClusterIndex.objects.all().delete()
    assert build_if_missing() is True
    assert told()[3] is False
    ClusterIndex.objects.all().delete()
    settings.SEARCH_ENGINE = "database"
    assert build_if_missing() is False


def test_workers_build_where_none_answers_once_the_cluster_is_there_and_nobody_else_does(cluster):
    make_record(title="Wells of the town")
    ClusterIndex.objects.all().delete()
    cluster.cut()
    bring()
    assert not ClusterIndex.objects.exists()

    cluster.mend()
    other = ClusterIndex.objects.create(name="portal-of-another-build", number=SearchState.count())
    bring()
    assert list(ClusterIndex.objects.all()) == [other]
    ClusterIndex.objects.update(begun_at=timezone.now() - LONGEST)
    bring()
    assert told() == (["Wells of the town"], 1, told()[2], False)


def test_an_index_of_another_portal_stays_though_its_name_begins_alike(cluster, settings):
    other = f"{settings.ELASTICSEARCH_INDEX}-two-0123abcd-0123456789ab"
    client().indices.create(index=other)
    build()

    assert client().indices.exists(index=other)
    client().indices.delete(index=other)
