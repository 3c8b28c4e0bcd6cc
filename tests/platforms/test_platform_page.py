"""The page and the list of platforms: limits as reported, bridges from both ends, for each reader what they may see."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from wagtail.models import Locale

from portal.access.enums import Level
from portal.taxonomy.models import AccessMethod, BarrierKind, Country
from practices.platforms.bridge_sides import sides_of
from practices.platforms.models import PlatformLimitation, PlatformPage
from tests.factories.people import editor, member_of
from tests.factories.platforms import bridge, make_platform
from tests.records.test_queries import MOST, queries_of

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()


def text_of(path, user=None):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path).text


def seen(page, user=VISITOR):
    """Where each bridge leads or comes from, its direction and state."""
    found = sides_of([page.key], user).get(page.key, [])
    return [
        (each.end.title if each.end else each.bridge.words, each.direction.value, each.bridge.state.value)
        for each in found
    ]


def test_the_page_prints_limits_with_who_says_so():
    limit = PlatformLimitation(
        kind=BarrierKind.objects.get(key="low_connectivity"),
        text="Offices are off line for days",
        reported_by="A field coordinator",
        country=Country.objects.get(key="nga"),
        reported_on=date(2024, 5, 3),
    )
    page = make_platform("Register", holds="<p>Hazards</p>", limitations=[limit])

    text = text_of(page.url)

    for part in ("Low connectivity", "Offices are off line for days", "A field coordinator", "Nigeria", "3 May 2024"):
        assert part in text


def test_a_bridge_shows_from_both_ends_with_its_direction():
    other = make_platform("Map")
    page = make_platform("Register", bridges=[bridge(other, "out", "running", how="counts by district")])

    assert seen(page) == [("Map", "out", "running")]
    assert seen(other) == [("Register", "in", "running")]
    assert f'href="{page.url}"' in text_of(other.url)
    assert "counts by district" in text_of(other.url)


def test_bridges_both_ways_stay_so_and_words_stand_for_what_has_no_entry():
    other = make_platform("Map")
    page = make_platform(
        "Register",
        bridges=[bridge(other, "both", "idea"), bridge(None, "in", "stopped", to_note="Paper forms"), bridge()],
    )

    assert seen(page) == [("Map", "both", "idea"), ("Paper forms", "in", "stopped")]
    assert seen(other) == [("Register", "both", "idea")]


@pytest.mark.parametrize(
    ("listed_to", "details_to", "from_hidden"),
    [(Level.OWNER, Level.OWNER, []), (Level.PUBLIC, Level.MEMBERS, [])],
)
def test_of_a_bridge_that_one_may_not_read_nothing_is_told_there(listed_to, details_to, from_hidden):
    open_ = make_platform("Register")
    closed = make_platform("Closed", bridges=[bridge(open_)], listed_to=listed_to, details_to=details_to)

    assert seen(open_) == seen(closed) == from_hidden
    assert "Closed" not in text_of(open_.url)
    assert seen(open_, editor()) == [("Closed", "in", "running")]


def test_a_bridge_to_what_one_may_not_know_of_is_absent_with_its_words():
    hidden = make_platform("Hidden", listed_to=Level.OWNER)
    page = make_platform("Register", bridges=[bridge(hidden, how="nightly export", to_note="the hidden one")])

    assert seen(page) == seen(page, member_of()) == []
    text = text_of(page.url, member_of())
    assert "Hidden" not in text
    assert "nightly export" not in text
    assert seen(page, editor()) == [("Hidden", "out", "running")]


def test_the_card_alone_tells_no_bridge():
    other = make_platform("Map")
    page = make_platform("Register", bridges=[bridge(other)], details_to=Level.MEMBERS)

    text = text_of(page.url)

    assert "Map" not in text
    assert "Register" in text


def test_a_translation_tells_its_bridges_once():
    other = make_platform("Map")
    page = make_platform("Register", bridges=[bridge(other, how="weekly")])
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.bridges = [bridge(other, how="par semaine")]
    french.save_revision().publish()

    assert seen(page) == [("Map", "out", "running")]
    assert len(seen(other)) == 1


def test_a_row_of_the_list_tells_how_to_get_in_which_limits_and_what_it_connects_to():
    hidden, other = make_platform("Hidden", listed_to=Level.OWNER), make_platform("Map")
    limits = [PlatformLimitation(text=f"Limit {number}") for number in range(2)]
    make_platform(
        "Register",
        holds="<p>Hazards &amp; clearance</p>",
        access_method=AccessMethod.objects.get(key="by_request"),
        limitations=limits,
        bridges=[bridge(other), bridge(hidden)],
    )

    as_member, as_editor = text_of("/platforms/", member_of()), text_of("/platforms/", editor())

    for part in ("Hazards &amp; clearance", "By request", "<dt>Limits reported</dt><dd>Limit 0, Limit 1</dd>"):
        assert part in as_member
    assert "<dt>Connects to</dt><dd>Map</dd>" in as_member
    assert "<dt>Connects to</dt><dd>Hidden, Map</dd>" in as_editor


def test_the_list_asks_as_much_for_many_as_for_few(django_assert_num_queries):
    other = make_platform("Map")
    pages = [make_platform(f"Platform {number}", bridges=[bridge(other)]) for number in range(8)]

    with django_assert_num_queries(2):
        assert len(sides_of([page.key for page in pages], VISITOR)) == 8


def test_limits_are_found_by_their_kind():
    limit = PlatformLimitation(kind=BarrierKind.objects.get(key="low_connectivity"), text="Slow")
    make_platform("Register", limitations=[limit])
    make_platform("Map")

    text = text_of("/platforms/?barrier=low_connectivity")

    assert "Register" in text
    assert ">Map</a>" not in text


def test_nobody_sees_a_new_platform_before_it_is_reviewed():
    page = make_platform("Draft", publish=False)

    assert PlatformPage.objects.visible_to(editor()).count() == 0
    assert Client().get(page.url or "/platforms/x/").status_code == 404


def test_the_page_and_the_list_take_no_more_queries_than_allowed(client):
    others = [make_platform(f"Platform {number}") for number in range(12)]
    pages = [make_platform("Register", bridges=[bridge(other) for other in others[:number]]) for number in (1, 12)]

    counted = [queries_of(client, page.url) for page in pages]

    assert counted[0] == counted[1]
    assert counted[0] <= MOST
    assert queries_of(client, "/platforms/") <= 15
