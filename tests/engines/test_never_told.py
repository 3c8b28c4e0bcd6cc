"""Suggestions, “did you mean”, “more like this”, lists, feeds and files: the words of an entry reach nobody who may not
know of it, whichever way is tried, and reach who may."""

import pytest
from django.test import Client

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.search.asked import ENOUGH_PEOPLE
from portal.taxonomy.models import Country, ParticipantRole
from tests.engines.conftest import arrive
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

WORDS = {Level.MEMBERS: "zephyrium", Level.NAMED: "quixotane", Level.OWNER: "vortexole"}
"""By level the word that stands in the title of one entry alone."""
MISTYPED = {"zephyrium": "zephirium", "quixotane": "quixotne", "vortexole": "vrotexole"}
KNOWS = {
    "visitor": [],
    "member": [Level.MEMBERS],
    "named": [Level.MEMBERS, Level.NAMED],
    "focal": [Level.MEMBERS, Level.NAMED, Level.OWNER],
    "editor": [Level.MEMBERS, Level.NAMED, Level.OWNER],
}
OF_RANK = {"visitor": [], "editor": list(WORDS)}
"""What those know who are nothing else; of all others, what every member knows."""


@pytest.fixture
def clients():
    """A client of each reader; beside the entries of each level there is one that everybody may read."""
    owner, named = OrganisationFactory(), OrganisationFactory()
    for level, word in WORDS.items():
        page = make_record(title=f"Boreholes {word}", summary="Pumps", countries=[Country.objects.get(key="irq")])
        decide(page, listed_to=level, owner=owner)
        RecordIdentity.objects.get(pk=page.key).named_organisations.add(named)
        decide(page, listed_to=level, owner=owner)
    users = {
        "member": member_of(OrganisationFactory()),
        "named": member_of(named),
        "focal": member_of(owner, focal_point=True),
        "editor": editor(),
    }
    found = {"visitor": Client()}
    for name, user in users.items():
        found[name] = Client()
        found[name].force_login(user)
    return found


def told(client, address):
    """Everything that an address says to a reader."""
    answer = client.get(address)
    assert answer.status_code == 200
    return b"".join(answer).decode().casefold()


@pytest.mark.parametrize("reader", KNOWS)
def test_each_way_tells_whom_it_may(clients, reader):
    page = make_record(title="Boreholes", summary="Pumps", countries=[Country.objects.get(key="irq")])
    arrive()
    for level, word in WORDS.items():
        found = [
            *(f"/search/suggest?q={text}" for text in (word[:4], word[:6], f"boreholes {word[:4]}")),
            *("/search/?q=boreholes", "/case-studies/?q=boreholes", "/search.atom?q=boreholes"),
            *("/search.csv?q=boreholes", "/search/?q=country:irq", "/search/?q=pumps&explain=1"),
        ]
        for way in found:
            assert (word in told(clients[reader], way)) == (level in KNOWS[reader]), (way, level)
        # What is proposed is what everybody of their rank may know of (spelling.py, alike.py).
        may_be_proposed = level in OF_RANK.get(reader, [Level.MEMBERS])
        mistyped = MISTYPED[word]
        for way in (f"/search/suggest?q={mistyped}", f"/search/?q={mistyped}", page.get_url()):
            assert (word in told(clients[reader], way)) == may_be_proposed, (way, level)


@pytest.mark.parametrize("reader", KNOWS)
def test_what_many_ask_for_is_offered_to_whom_it_finds_something(clients, reader):
    arrive()
    for word in WORDS.values():
        for number in range(ENOUGH_PEOPLE):
            Client(REMOTE_ADDR=f"192.0.2.{number}").get(f"/search/?q={word}")

    popular = clients[reader].get("/search/").context["popular"]

    assert sorted(popular) == sorted(WORDS[level] for level in OF_RANK.get(reader, [Level.MEMBERS]))


def test_a_hidden_organisation_is_no_filter_and_proposed_to_nobody():
    """A page prints the names that its author gave (decision 15); what the directory knows of it is told nobody."""
    hidden = OrganisationFactory(name_en="Zephyrium Relief")
    page = make_record(title="Wells")
    page.organisations.create(organisation=hidden, role=ParticipantRole.objects.first())
    page.save_revision().publish()
    decide(hidden, listed_to=Level.OWNER)
    arrive()

    for text in ("zeph", "zephirium", "relief"):
        assert Client().get("/search/suggest", {"q": text}).json() == {"suggestions": []}
    for way in ("/search/?q=wells", f"/search/?organisation={hidden.slug}", f"/search/?q=organisation:{hidden.slug}"):
        listing = Client().get(way).context["listing"]
        assert (listing.selected, [each.name for each in listing.facets if each.name == "organisation"]) == ([], [])
    assert Client().get("/search/?q=zephirium").context["listing"].meant is None
    assert Client().get("/organisations/?q=relief").context["listing"].total == 0


ERRORS = {
    "a letter too few": lambda word: word[:3] + word[4:],
    "a letter too many": lambda word: word[:4] + word[3:],
    "another letter": lambda word: word[:3] + "q" + word[4:],
    "two that changed places": lambda word: word[:3] + word[4] + word[3] + word[5:],
}


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
@pytest.mark.parametrize(
    ("word", "text", "of"),
    [
        ("boreholes", "Boreholes in the hills", "case_study"),
        ("nigeria", "Nigeria", "term"),
        ("zephyrium", "Zephyrium Relief", "organisation"),
        ("enquête", "Enquête sur les puits", "case_study"),
    ],
)
def test_each_kind_is_suggested_in_spite_of_each_typing_error(word, text, of, error):
    make_record(title="Boreholes in the hills", countries=[Country.objects.get(key="nga")])
    make_record(title="Enquête sur les puits", language="fr")
    OrganisationFactory(name_en="Zephyrium Relief")
    assert error(word) != word

    answer = Client().get("/search/suggest", {"q": error(word)}).json()

    assert [(each["text"], each["of"]) for each in answer["suggestions"]] == [(text, of)]
