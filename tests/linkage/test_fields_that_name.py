"""What a field names is a link from both ends, for who may read the zone of the field and may know of both."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from portal.access.enums import Level
from portal.linkage.around import around
from portal.linkage.queries import links_of
from tests.factories.people import editor, member_of
from tests.factories.platforms import bridge, make_flow, make_platform
from tests.linkage.test_links import VISITOR, shown

pytestmark = pytest.mark.django_db


def test_a_field_of_a_page_reads_from_both_ends():
    platform = make_platform("Register")
    flow = make_flow("Centre to office", through=platform)

    assert shown(flow, VISITOR) == [("Goes through", ["Register"])]
    assert shown(platform, VISITOR) == [("Carries", ["Centre to office"])]
    assert [(link.kind, link.is_incoming) for link in links_of(platform.key, VISITOR)] == [("flow:through", True)]


def test_a_field_of_a_row_reads_from_both_ends():
    other = make_platform("Map")
    platform = make_platform("Register", bridges=[bridge(other), bridge(other, "in"), bridge(to_note="Paper")])

    assert shown(platform, VISITOR) == [("Has a bridge to", ["Map"])]
    assert shown(other, VISITOR) == [("Has a bridge from", ["Register"])]


@pytest.mark.parametrize("closed", ["flow", "row"])
def test_of_details_that_one_may_not_read_nothing_is_told_at_either_end(closed):
    platform = make_platform("Register")
    if closed == "flow":
        other = make_flow("Card only", through=platform, details_to=Level.MEMBERS)
    else:
        other = make_platform("Card only", bridges=[bridge(platform)], details_to=Level.MEMBERS)

    assert shown(platform, VISITOR) == shown(other, VISITOR) == []
    assert [titles for _, titles in shown(platform, member_of())] == [["Card only"]]
    assert [titles for _, titles in shown(other, member_of())] == [["Register"]]


def test_a_hidden_record_is_named_to_nobody_who_may_not_know_of_it():
    hidden = make_platform("Hidden", listed_to=Level.OWNER)
    flow = make_flow("Open", through=hidden)
    platform = make_platform("Register", bridges=[bridge(hidden)])

    assert shown(flow, member_of()) == shown(platform, member_of()) == []
    assert shown(flow, editor()) == [("Goes through", ["Hidden"])]
    assert shown(platform, editor()) == [("Has a bridge to", ["Hidden"])]


def test_what_a_draft_names_is_no_link():
    platform = make_platform("Register")
    make_flow("Draft", through=platform, publish=False)
    flow = make_flow("Open")
    flow.through_id = platform.key
    flow.save_revision()

    assert shown(platform, editor()) == shown(flow, editor()) == []


def test_a_translation_names_once_more_and_is_one_link():
    platform = make_platform("Register")
    flow = make_flow("Centre to office", through=platform)
    french = flow.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.save_revision().publish()

    assert len(links_of(platform.key, VISITOR)) == len(links_of(flow.key, VISITOR)) == 1


def test_a_record_that_nothing_names_has_no_link_and_one_that_is_gone_leaves_none():
    platform = make_platform("Register")
    flow = make_flow("Centre to office", through=platform)
    platform.unpublish()

    assert shown(flow, VISITOR) == []
    assert shown(make_platform("Alone"), VISITOR) == []


@pytest.mark.parametrize("number", [1, 12])
def test_any_number_of_links_takes_the_same_queries(number):
    platform = make_platform("Register")
    for count in range(number):
        make_flow(f"Flow {count}", through=platform)

    with CaptureQueriesContext(connection) as asked:
        assert len(links_of(platform.key, VISITOR)) == number

    # What is said, as far as one may read it; the ends.
    assert len(asked) == 2


def test_a_trail_begins_with_what_a_field_names():
    platform = make_platform("Register")
    flow = make_flow("Centre to office", through=platform)

    found = around(flow.key, VISITOR)

    assert [link.end.title for link in found.links] == ["Register"]
    assert found.trails == []
