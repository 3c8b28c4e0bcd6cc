"""A cluster that is away, slow or half there is never seen by a reader but for a sentence."""

from threading import Event

from django.urls import reverse

from portal.search.cluster.delivering import deliver
from portal.search.engines.elasticsearch.engine import breaker
from tests.cluster.asked import told
from tests.factories.records import decide, make_record

NOTICE = "The search is working with reduced means"


def wait_until(is_so):
    """Looks again and again; a test whose time runs out fails by what it asserts."""
    pause = Event()
    for _ in range(200):
        if is_so():
            return True
        pause.wait(0.05)
    return False


def test_the_database_answers_while_the_cluster_is_cut_off_and_the_page_says_so(cluster, client):
    page, _ = make_record(title="Wells of the depot"), make_record(title="Wells of the town")
    deliver()
    whole = told()
    assert NOTICE not in client.get(reverse("search:search"), {"q": "wells"}).text

    cluster.cut()
    assert told() == (*whole[:3], True)
    assert NOTICE in client.get(reverse("search:search"), {"q": "wells"}).text
    decide(page, listed_to="members")
    assert told()[:2] == (["Wells of the town"], 1)

    cluster.mend()
    assert wait_until(lambda: not breaker.is_open)
    assert told()[:2] == (["Wells of the town"], 1)
    assert told()[3] is False


def test_a_cluster_that_never_answers_is_asked_once(cluster, settings, client):
    make_record(title="Wells of the town")
    deliver()
    settings.ELASTICSEARCH_TIMEOUT = 0.2
    cluster.hang()

    assert told()[3] is True
    assert breaker.is_open
    assert told()[1:] == (1, told()[2], True)
    cluster.mend()
    settings.ELASTICSEARCH_TIMEOUT = 5.0
    assert wait_until(lambda: not breaker.is_open)
    assert told()[3] is False


def test_whole_lists_need_no_cluster(cluster):
    make_record(title="Wells of the town")
    deliver()
    cluster.cut()

    assert told("")[1:] == (1, told("")[2], False)
    assert told("kind=case_study")[3] is False
