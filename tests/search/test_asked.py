"""What is counted of searches, and of whom: words by day; people only as far as a day can tell them apart."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal.access.enums import Level
from portal.core.retention import keep_retention
from portal.search import asked
from portal.search.asked import ENOUGH_PEOPLE, count_opened, count_search, counted_text
from portal.search.models import AskedSearch, AskerMark, AskingSalt
from tests.factories.people import member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def rows():
    return {row.text: (row.asked, row.without_result, row.opened, row.people) for row in AskedSearch.objects.all()}


def from_network(address):
    return Client(REMOTE_ADDR=address)


def test_words_are_counted_evenly():
    assert counted_text("  Food \n SECURITY ") == "food security"
    assert counted_text("آبار") == "آبار"


@pytest.mark.parametrize(
    "typed",
    ["", "x", "w" * 81, "33.3128, 44.3615", "call +964 770 123 4567", "Is it safe to go to Hajin?", "هل الطريق آمن؟"],
)
def test_what_is_personal_or_dangerous_is_not_counted(typed):
    assert counted_text(typed) == ""


def test_a_search_is_counted_with_what_it_found(client):
    make_record(title="Wells")

    for address in ("/search/?q=Wells", "/fr/search/?q=wells", "/search/?q=balloons"):
        client.get(address)

    assert rows() == {"wells": (2, 0, 0, 1), "balloons": (1, 1, 0, 1)}


@pytest.mark.parametrize(
    "address",
    ["/search/", "/search/?q=", "/search/?q=wells&page=2", "/search/?q=wells&kind=need", "/search/suggest?q=wells"],
)
def test_what_is_no_new_question_is_not_counted(client, address):
    client.get(address)
    assert rows() == {}


def test_head_and_refused_questions_are_not_counted(client):
    client.head("/search/?q=wells")
    client.get("/search/?q=is+it+safe+to+go+to+Hajin")

    assert rows() == {}


def test_no_answer_tells_the_count(client):
    assert "Portal-Found" not in client.get("/search/?q=wells").headers
    assert "Portal-Found" not in client.head("/search/?q=wells").headers


def test_a_person_is_counted_once_a_day_and_marks_go_when_there_are_enough():
    for number in range(ENOUGH_PEOPLE - 1):
        for _ in range(2):
            from_network(f"192.0.2.{number}").get("/search/?q=wells")
    assert rows() == {"wells": (8, 8, 0, 4)}
    assert AskerMark.objects.count() == 4

    from_network("192.0.2.99").get("/search/?q=wells")
    from_network("192.0.2.100").get("/search/?q=wells")
    assert rows() == {"wells": (10, 10, 0, 5)}
    assert AskerMark.objects.count() == 0


def test_marks_tell_nobody_and_go_with_their_day():
    count_search("wells", who="user 7", has_result=True)
    count_search("roads", who="user 7", has_result=True)
    marks = set(AskerMark.objects.values_list("mark", flat=True))
    assert len(marks) == 2

    yesterday = timezone.localdate() - timedelta(days=1)
    AskedSearch.objects.update(day=yesterday)
    AskingSalt.objects.update(day=yesterday)
    count_search("wells", who="user 7", has_result=True)

    assert AskerMark.objects.exclude(asked__day=timezone.localdate()).count() == 0
    assert [salt.day for salt in AskingSalt.objects.all()] == [timezone.localdate()]


def test_a_machine_cannot_fill_the_table(monkeypatch):
    monkeypatch.setattr(asked, "MOST_A_DAY", 2)
    for text in ("wells", "roads", "bridges", "wells"):
        count_search(text, who="user 1", has_result=True)

    assert {text: row[0] for text, row in rows().items()} == {"wells": 2, "roads": 1}


def test_a_hit_opened_from_the_search_counts_for_its_words(client):
    page = make_record(title="Wells")
    client.get("/search/?q=wells")

    for came_from in (
        "http://testserver/search/?q=Wells",
        "http://elsewhere.org/search/?q=wells",
        "http://testserver/",
    ):
        client.get(page.get_url(), headers={"referer": came_from})
    client.get("/", headers={"referer": "http://testserver/search/?q=roads"})

    assert rows() == {"wells": (1, 0, 1, 1)}


def test_what_was_never_asked_is_not_opened():
    count_opened("wells")
    assert rows() == {}


def test_counts_go_after_their_time():
    today = timezone.localdate()
    for days in (100, 1):
        AskedSearch.objects.create(day=today - timedelta(days=days), text=f"{days} days")
    keep_retention()

    assert [row.text for row in AskedSearch.objects.all()] == ["1 days"]


def popular(client):
    return client.get("/search/").context["popular"]


def test_popular_is_what_five_people_asked_on_one_day_and_what_the_reader_finds(client):
    make_record(title="Wells")
    make_record(title="Bridges", listed_to=Level.MEMBERS)
    today = timezone.localdate()
    for text, people, days in (
        ("wells", 5, 3), ("wells deep", 5, 3), ("bridges", 5, 2), ("roads", 4, 0), ("old wells", 5, 31),
    ):  # fmt: skip
        AskedSearch.objects.create(day=today - timedelta(days=days), text=text, asked=9, people=people)
    for days in (4, 5):
        AskedSearch.objects.create(day=today - timedelta(days=days), text="entries", asked=9, people=4)

    assert popular(client) == ["wells"]
    assert "Many search for:" in client.get("/search/").text
    assert "popular" not in client.get("/search/?q=wells").context
    client.force_login(member_of())
    assert popular(client) == ["wells", "bridges"]


def test_recent_searches_are_of_the_session_of_who_is_signed_in(client):
    client.get("/search/?q=wells")
    assert client.get("/search/").context["recent"] == []
    assert not client.cookies

    client.force_login(member_of())
    for text in ("wells", "roads", "wells"):
        client.get(f"/search/?q={text}")
    assert client.get("/search/").context["recent"] == ["wells", "roads"]
