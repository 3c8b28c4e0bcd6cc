"""The page of an idea: how far it is on the card, all else for who may read it, and what each reader may do there."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from portal.access.enums import Level, Zone
from portal.records.models import RecordLink
from portal.records.registry import kind
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import IdeaState, LinkKind
from practices.partnerships.board import board_for
from practices.partnerships.models import IdeaChange, IdeaSupport, PartnerAnswer
from practices.partnerships.services import answer_for, change_state
from tests.factories.needs import make_holding, make_need
from tests.factories.partnerships import IdeaScene, make_idea
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import make_record
from tests.records.test_queries import MOST, queries_of

pytestmark = pytest.mark.django_db
CARD = {
    "title", "summary", "organisations", "owner", "custodian", "sectors", "countries", "coverage", "licence",
    "reviewed_on", "review_due_on", "state", "looking_for", "is_illustrative",
}  # fmt: skip


def text_of(path, user=None):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path).text


@pytest.fixture
def scene():
    return IdeaScene(wants_data=True, idea="<p>The words of the idea</p>", details_to=Level.MEMBERS)


def address(name, scene):
    return reverse(f"partnerships:{name}", args=[scene.identity.code])


def test_card_of_an_idea_is_what_the_table_says():
    found = kind("idea")

    assert {field.name for field in found.fields if field.zone is Zone.CARD} == CARD
    assert (found.prefix, found.listed_to, found.details_to) == ("PI", Level.MEMBERS, Level.MEMBERS)


def test_the_card_tells_the_state_and_none_of_the_details(scene):
    change_state(identity=scene.identity, to="under_discussion", reason="Two like it.", by=scene.author)
    answer_for(identity=scene.identity, organisation=scene.partner, answer="committed", by=scene.partners_point)
    details = ("The words of the idea", "Two like it.", "Agree fields", "Committed", "Our own", "No data need is named")

    for path in (scene.page.url, "/partnerships/", reverse("partnerships:board")):
        text = text_of(path)
        assert "Under discussion" in text
        assert [part for part in details[:4] if part in text] == []
    read = text_of(scene.page.url, scene.stranger)
    assert [part for part in details if part not in read] == []


def test_what_it_joins_and_what_came_of_it_is_shown_to_who_may_know_of_both(scene):
    hidden = make_holding(title="A hidden one", listed_to=Level.OWNER)
    page = make_idea("Joining", joins=[make_need(), hidden], wants_data=True)
    kind_of_link = LinkKind.objects.get(key="results_from")
    make_record(title="The case that tells it", links=[RecordLink(kind=kind_of_link, target_id=page.key)])

    texts = [text_of(page.url, user) for user in (None, editor())]

    assert ["A hidden one" in text for text in texts] == [False, True]
    # What one may not know of is missing for oneself.
    assert ["It looks for data." in text for text in texts] == [True, False]
    # Once among its results, with what the link says, and once in the chain.
    assert all(text.count("The case that tells it") == 2 and "What came of it" in text for text in texts)
    assert "Would be joined by the idea" in text_of(hidden.url, editor())


def test_each_reader_is_offered_what_they_may_do_and_nothing_else(scene):
    other = make_idea("Another")
    names = ("support", "answer", "state", "merge")
    people = {
        "visitor": None, "stranger": scene.stranger, "partner": scene.partners_point, "author": scene.author,
        "editor": editor(),
    }  # fmt: skip
    offered, found = {}, {}
    for who, user in people.items():
        client = Client()
        if user:
            client.force_login(user)
        text = client.get(scene.page.url).text
        offered[who] = {name for name in names if f'"{address(name, scene)}"' in text}
        found[who] = {name for name in names if client.get(address(name, scene)).status_code != 404}

    assert other.url
    assert offered == found == {
        "visitor": set(), "stranger": {"support"}, "partner": {"support", "answer"},
        "author": {"support", "state", "merge"}, "editor": {"support", "state", "merge"},
    }  # fmt: skip


def test_acts_are_done_on_the_page_and_wrong_ones_lose_nothing(scene, client):
    client.force_login(scene.partners_point)
    code = scene.partner.code
    client.post(address("support", scene), {"support": "yes"})
    client.post(address("support", scene), {"support": "yes", "organisation": code})
    done = client.post(address("answer", scene), {"answer": "committed", "organisation": code})
    assert done.headers["Location"].startswith(scene.page.url)
    assert client.post(address("answer", scene), {"answer": "no", "organisation": code}).status_code == 400
    assert client.post(address("support", scene), {"support": "yes", "organisation": scene.own.code}).status_code == 404
    client.force_login(scene.author)
    wrong = client.post(address("state", scene), {"to": "accepted", "reason": "My many words"})
    right = client.post(address("state", scene), {"to": "evaluating", "reason": "My many words"})

    assert [wrong.status_code, "My many words" in wrong.text, right.status_code] == [400, True, 302]
    assert IdeaSupport.objects.count() == 2
    assert PartnerAnswer.objects.get().answer == "committed"
    assert IdeaChange.objects.get().reason == "My many words"
    text = client.get(scene.page.url).text
    assert all(part in text for part in ("1 member supports it.", "My many words", "Being evaluated since"))


def test_merging_offers_only_what_one_may_move(scene, client):
    mine = make_idea("Mine as well", details_to=Level.MEMBERS)
    mine.identity.contributors.add(scene.author)
    make_idea("Of others", listed_to=Level.MEMBERS)
    client.force_login(scene.author)

    form = client.get(address("merge", scene)).text
    client.post(address("merge", scene), {"into": mine.key, "reason": "One."})

    assert ["Mine as well" in form, "Of others" in form] == [True, False]
    assert "It goes on as:" in client.get(scene.page.url).text


def test_an_example_says_so_on_page_list_and_board():
    page = make_idea("Example", is_illustrative=True)

    for path in (page.url, "/partnerships/", reverse("partnerships:board")):
        assert "Illustrative: an example" in text_of(path)


def test_the_board_holds_what_one_may_know_of_by_state(scene):
    make_idea("Hidden one", listed_to=Level.OWNER)
    change_state(identity=scene.identity, to="evaluating", reason="", by=scene.author)
    texts = [text_of(reverse("partnerships:board"), user) for user in (None, scene.stranger, editor())]

    assert ["Hidden one" in text for text in texts] == [False, False, True]
    assert ['Being evaluated <span class="tag">1</span>' in text for text in texts] == [True] * 3
    assert ["1 partner was invited" in text for text in texts] == [False, True, True]


def full_idea(number):
    partners = [OrganisationFactory() for _ in range(number)]
    return make_idea(
        f"Idea {number}", partners=partners, joins=[make_holding(title=f"H{each}") for each in range(number)],
        steps=[(f"Step {each}", date(2099, 1, 1)) for each in range(number)],
    )  # fmt: skip


@pytest.mark.parametrize("signed_in", [False, True])
def test_one_row_or_many_take_the_same_queries(client, signed_in):
    few, many = full_idea(1), full_idea(6)
    if signed_in:
        client.force_login(member_of(OrganisationFactory(), focal_point=True))

    counted = [queries_of(client, page.url) for page in (few, many)]

    assert counted[0] == counted[1]
    assert counted[0] <= MOST


def test_the_board_has_a_column_for_every_open_state_and_for_others_that_hold_something(scene):
    make_idea("Hidden depot", listed_to=Level.OWNER)
    columns = board_for(scene.stranger)
    open_states = [term.key for term in kept_terms(IdeaState).values() if term.flag("is_open")]

    assert [column.state.key for column in columns] == open_states
    assert [column.total for column in columns] == [1, *[0] * (len(open_states) - 1)]


def test_one_idea_or_many_take_the_same_queries_in_list_and_board(client):
    counted = {}
    for number in (1, 5):
        for _ in range(number):
            full_idea(2)
        for path in ("/partnerships/", reverse("partnerships:board")):
            counted.setdefault(path, []).append(queries_of(client, path))

    assert {len(set(each)) for each in counted.values()} == {1}
    assert max(counted["/partnerships/"]) <= 15
    assert max(counted[reverse("partnerships:board")]) <= 15


def test_the_menu_leads_there():
    assert 'href="/partnerships/"' in text_of("/")
