"""A question waits on `/my/` for those who can answer it, until somebody has."""

import pytest

from portal.access.enums import Level
from portal.community.discussing import answer, ask, close, take_back
from portal.community.models import Post
from portal.community.unanswered import unanswered_for
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    page = make_record(title="Sharing minefields")
    page.ours = OrganisationFactory()
    decide(page, listed_to=Level.MEMBERS, owner=page.ours)
    return page


@pytest.fixture
def people(entry):
    found = {
        "focal": member_of(entry.ours, focal_point=True),
        "writer": member_of(entry.ours),
        "staff": member_of(entry.ours),
        "other": member_of(OrganisationFactory(), focal_point=True),
        "editor": editor(),
    }
    entry.identity.contributors.add(found["writer"])
    return found


def waits_for(people):
    return {who for who, user in people.items() if unanswered_for(user)}


def test_it_waits_for_who_wrote_it_or_speaks_for_it(client, entry, people):
    question = ask(user=people["other"], identity=entry.identity, text="Which year?")
    assert waits_for(people) == {"focal", "writer"}
    client.force_login(people["writer"])
    waiting = client.get("/my/").context["lines"]["mine"]
    assert [(line.text, line.url) for line in waiting] == [
        ("A question about “Sharing minefields”", f"/discussions/{entry.identity.code}/")
    ]

    answer(user=people["staff"], question=question, text="2019")

    assert waits_for(people) == set()


def test_nobodys_own_question_waits_for_them_and_none_that_is_over(entry, people):
    question = ask(user=people["focal"], identity=entry.identity, text="Which year?")
    assert waits_for(people) == {"writer"}

    close(user=people["focal"], question=question)
    assert waits_for(people) == set()

    ask(user=people["other"], identity=entry.identity, text="Which month?")
    take_back(user=people["other"], post=Post.objects.get(text="Which month?"))
    assert waits_for(people) == set()


def test_it_waits_for_nobody_who_may_not_read_on(entry, people):
    ask(user=people["other"], identity=entry.identity, text="Which year?")

    decide(entry, listed_to=Level.MEMBERS, details_to=Level.OWNER)

    assert waits_for(people) == {"focal"}


def test_what_is_not_open_to_them_or_not_published_is_not_there(entry, people):
    ask(user=people["other"], identity=entry.identity, text="Which year?")
    entry.unpublish()

    assert waits_for(people) == set()
