"""Who is ticked under “Who may see this?” before anybody said it, and the warning where nobody would read an entry."""

import pytest
from django.urls import reverse

from portal.access.enums import Level
from portal.access.services import restrict_access
from portal.records.registry import kind as kind_by_key
from portal.records.submissions import approve
from tests.desk.contribute.filling import NO, answers, fields, fill_in, path_of, type_in
from tests.factories.people import OrganisationFactory, editor

pytestmark = pytest.mark.django_db
WARNS = "No organisation is named"
TO_NAMED = {"listed_to": "members", "details_to": "named_organisations", **NO}


def made(key):
    return kind_by_key(key).model.objects.get()


def to_last_step(client, key):
    """Answers both screens; returns the address of “Who may see this?”."""
    one, two = answers(key)
    second = path_of(type_in(client, reverse("contribute:new", args=[kind_by_key(key)]), **one))
    return path_of(type_in(client, second, **two))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("idea", ("members", "members")),
        ("event", ("members", "members")),
        ("case_study", ("members", "members")),
        ("practice", ("members", "members")),
        ("platform", ("members", "named_organisations")),
        ("need", ("members", "named_organisations")),
        ("holding", ("owner_organisation", "owner_organisation")),
    ],
)
def test_stories_are_offered_to_members_and_what_tells_of_data_to_as_few_as_before(writing, key, expected):
    page = writing.get(to_last_step(writing, key))
    shown, row = fields(page), made(key).identity

    assert "a proposal and begins when it is published" in page.text
    # What is ticked opens nothing: the row stays narrow while nobody has answered and reviewed.
    assert row.details_to in (Level.NAMED, Level.OWNER)
    assert (shown["listed_to"], shown["details_to"]) == tuple([level] for level in expected)


def test_an_idea_of_which_nothing_was_changed_there_is_read_by_members(writing):
    overview = path_of(type_in(writing, to_last_step(writing, "idea"), **NO))
    assert WARNS not in writing.get(overview).text
    writing.post(overview, {"send": "yes"})
    approve(page=made("idea"), by=editor())

    assert (made("idea").identity.listed_to, made("idea").identity.details_to) == (Level.MEMBERS, Level.MEMBERS)


def test_a_draft_that_was_narrowed_is_offered_to_no_more_people(writing, author):
    who = to_last_step(writing, "idea")
    restrict_access(identity=made("idea").identity, by=editor(), listed_to=Level.NAMED)
    assert fields(writing.get(who))["details_to"] == ["named_organisations"]
    restrict_access(identity=made("idea").identity, by=editor(), details_to=Level.OWNER)
    assert fields(writing.get(who))["details_to"] == ["owner_organisation"]


def test_who_sends_and_who_accepts_are_warned_where_nobody_else_could_read_it(writing, client):
    overview = path_of(type_in(writing, to_last_step(writing, "event"), **TO_NAMED))
    assert WARNS in writing.get(overview).text
    writing.post(overview, {"send": "yes"})
    client.force_login(editor())
    review, queue = reverse("records_admin:review", args=[made("event").pk]), reverse("review_queue:index_results")
    assert [WARNS in client.get(url).text for url in (review, queue)] == [True, True]


def test_a_yes_that_closes_an_entry_warns_until_somebody_is_named(writing):
    said = {"listed_to": "members", "details_to": "members", **NO, "names_person": "yes"}
    overview = path_of(type_in(writing, to_last_step(writing, "idea"), **said))
    assert WARNS in writing.get(overview).text
    named = {**said, "named_organisations": [OrganisationFactory().pk]}
    type_in(writing, f"{overview}who/", **named)

    assert WARNS not in writing.get(overview).text


def test_what_is_public_warns_of_nothing(writing):
    assert WARNS not in writing.get(fill_in(writing, "idea")).text
