"""Access is inside the query: what one may not know of changes no hit, total, count, order or suggestion."""

import pytest
from django.utils import timezone

from portal.access.models import Grant, RecordIdentity
from portal.search.models import SearchText
from portal.search.suggestions import suggest
from portal.taxonomy.models import Country
from tests.engines.conftest import counts, find, titles
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import decide, make_record

LEVELS = ("public", "members", "named_organisations", "owner_organisation")


@pytest.fixture
def world():
    """A record at each pair of levels, of one owner, with another organisation named and a third that keeps it."""
    owner, custodian, named, other = (OrganisationFactory() for _ in range(4))
    for listed in LEVELS:
        for details in LEVELS[LEVELS.index(listed) :]:
            title = f"Wells {listed[0]}{details[0]}"
            page = make_record(title=title, results="Inside stands zeppelin.", tags=["deep"])
            decide(page, listed_to=listed, details_to=details, owner=owner, custodian=custodian)
            identity = RecordIdentity.objects.get(pk=page.key)
            identity.named_organisations.add(named)
            decide(page, listed_to=listed, details_to=details)
    return {
        "visitor": None,
        "inactive": UserFactory(),
        "member": member_of(other),
        "named": member_of(named),
        "staff": member_of(owner),
        "focal": member_of(owner, focal_point=True),
        "keeper": member_of(custodian, focal_point=True),
        "editor": editor(),
    }


def expected(reader, position):
    """The titles that a reader may know of (position 0) or read (position 1), by the levels that they reach."""
    reached = {"visitor": "p", "inactive": "p", "member": "pm", "named": "pmn", "staff": "pmn"}.get(reader, "pmno")
    pairs = ["pp", "pm", "pn", "po", "mm", "mn", "mo", "nn", "no", "oo"]
    return sorted(f"Wells {pair}" for pair in pairs if pair[position] in reached)


def test_each_reader_finds_exactly_what_they_may(world):
    for reader, user in world.items():
        assert_finds_exactly(reader, user)


def assert_finds_exactly(reader, user):
    known, readable = expected(reader, 0), expected(reader, 1)

    assert sorted(titles("", user, kind="case_study")) == known
    assert sorted(titles("q=wells", user)) == known
    assert sorted(titles("q=zeppelin", user)) == readable
    assert sorted(titles("q=wells zeppelin", user)) == readable
    assert sorted(titles("q=wells -zeppelin", user)) == sorted(set(known) - set(readable))
    assert sorted(titles("tag=deep", user)) == readable
    assert sorted(titles("tag!=deep", user, kind="case_study")) == sorted(set(known) - set(readable))
    assert counts(find("", user, kind="case_study"), "tag") == {"deep": len(readable)}
    assert counts(find("q=wells", user), "tag") == {"deep": len(readable)}
    assert counts(find("q=wells", user), "kind") == {"case_study": len(known)}
    marked = {hit.title for hit in find("q=zeppelin wells", user).hits if "<mark>zeppelin</mark>" in hit.highlight}
    assert sorted(marked) == readable
    assert {each.text for each in suggest("well", user, "en")} <= set(known)
    assert bool(suggest("deep", user, "en")) is True


def grant(page, **holder):
    identity = RecordIdentity.objects.get(pk=page.key)
    options = {"reason": "Planning", "given_by": editor(), "starts_at": timezone.now(), **holder}
    return Grant.objects.create(identity=identity, **options)


def test_a_grant_opens_details_until_it_ends():
    page = make_record(title="Wells", results="Inside stands zeppelin.")
    decide(page, listed_to="public", details_to="owner_organisation")
    organisation = OrganisationFactory()
    user, colleague = member_of(organisation), member_of(organisation)
    given = grant(page, user=user)
    again = grant(page, organisation=organisation)

    assert titles("q=zeppelin", user) == titles("q=zeppelin", colleague) == ["Wells"]
    Grant.objects.filter(pk=again.pk).update(ended_at=timezone.now(), ended_by=given.given_by)
    assert (titles("q=zeppelin", user), titles("q=zeppelin", colleague)) == (["Wells"], [])
    Grant.objects.filter(pk=given.pk).update(until=timezone.now())
    assert titles("q=zeppelin", user) == []


def test_a_grant_does_not_open_the_card_of_an_unlisted_record():
    page = make_record(title="Wells", results="Inside stands zeppelin.", countries=[Country.objects.get(key="nga")])
    decide(page, listed_to="owner_organisation", details_to="owner_organisation")
    user = member_of()
    grant(page, user=user)

    for parameters in ("q=zeppelin", "q=wells", "", "country=nga"):
        assert find(parameters, user, kind="case_study").total == 0
    assert counts(find("", user), "country") == {}


def test_words_of_hidden_records_weigh_nothing():
    for number in range(6):
        make_record(title=f"Rare number {number}", summary="common common" if number else "")
        make_record(title=f"Common number {number}")

    def order(user):
        return [(hit.code, hit.highlight) for hit in find("q=rare common wells and six words more", user).hits]

    readers = [None, member_of(OrganisationFactory())]
    before = [order(user) for user in readers]
    for number in range(9):
        page = make_record(title=f"Rare rare {number}", summary="rare")
        decide(page, listed_to="owner_organisation", details_to="owner_organisation")

    assert [order(user) for user in readers] == before


def test_restricting_is_seen_at_once():
    page = make_record(title="Wells")

    decide(page, listed_to="members", details_to="members")

    assert (titles("q=wells"), titles("q=wells", member_of())) == ([], ["Wells"])
    assert set(SearchText.objects.values_list("view", flat=True)) == {"members"}
