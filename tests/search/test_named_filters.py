"""`field:value` among the words: the same filter as the facet's, and words where the reader knows no such thing."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from portal.access.enums import Level
from portal.community.saved import query_of, save_search
from portal.search.engines import engine
from portal.search.query import RecordQuery
from portal.search.written_filters import MOST, text_without, written_in
from portal.taxonomy.models import Country, ParticipantRole, Sector
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def ask(q, user=None, language="en", more="", **options):
    """The query after it was answered, and the result."""
    parameters = QueryDict(mutable=True)
    parameters.update(QueryDict(more))
    parameters["q"] = q
    with override(language):
        query = RecordQuery.from_parameters(parameters, **options)
        return query, engine().search(query, user or AnonymousUser(), language)


def titles(q, user=None, **more):
    return sorted(hit.title for hit in ask(q, user, **more)[1].hits)


@pytest.fixture
def entries():
    iraq, nigeria = Country.objects.get(key="irq"), Country.objects.get(key="nga")
    make_record(title="Wells", countries=[iraq], sectors=[Sector.objects.get(key="food_security")])
    make_record(title="Roads", countries=[nigeria])


def test_pieces_outside_of_phrases():
    text = 'maps country:irq “a b:c” -sector:"food security" https://un.org'

    assert [(each.field, each.value, each.is_without) for each in written_in(text)] == [
        ("country", "irq", False),
        ("sector", "food security", True),
    ]
    assert text_without(text, written_in(text)) == "maps “a b:c” https://un.org"


@pytest.mark.parametrize(
    ("q", "language"),
    [
        *[
            ("country:irq", "en"),
            ("Country:IRAQ", "en"),
            ("pays:iraq", "fr"),
            ("البلد:العراق", "ar"),
            ("pays:irak", "fr"),
        ],
        ('sector:"food security"', "en"),
        *[("-country:nga", "en"), ("kind:case_study country:irq", "en"), ("wells country:irq", "en")],
    ],
)
def test_it_filters_as_the_facet_does(entries, q, language):
    assert titles(q, language=language) == ["Wells"]


def test_the_page_says_what_was_read(entries, client):
    page = client.get("/search/?q=country:irq+wells")
    listing = page.context["listing"]

    assert [str(notice) for notice in listing.notices] == ["“country:irq” was read as a filter: Country Iraq."]
    assert (listing.query_text, listing.selected) == ("wells", [("Iraq", "/search/?q=wells")])
    assert "“country:irq” was read as a filter: Country Iraq." in page.text


def test_several_values_of_a_facet_mean_any_of_them(entries):
    assert titles("country:irq country:nga") == ["Roads", "Wells"]
    assert titles("country:irq", more="country=nga") == ["Roads", "Wells"]


@pytest.mark.parametrize("q", ["colour:wells", "country:wells", "kind:wells"])
def test_what_names_nothing_is_looked_for_as_words(entries, q):
    query, result = ask(q)

    assert result.notices == [f"“{q}” is no filter that is known here; it was looked for as words."]
    assert (query.text, query.sort, result.chosen) == (q, "relevance", {})
    assert [hit.title for hit in result.hits] == ["Wells"]


def test_a_list_of_one_kind_has_no_kind_to_filter_by(entries):
    assert ask("kind:case_study", kind="case_study")[1].notices != []


def test_what_one_may_not_know_of_names_nothing():
    make_record(title="Wells", listed_to=Level.MEMBERS, countries=[Country.objects.get(key="nga")])

    hidden, absent = ask("country:nga")[1], ask("country:zzz")[1]
    assert (hidden.total, hidden.chosen) == (absent.total, absent.chosen) == (0, {})
    assert [hidden.notices[0].replace("nga", "zzz")] == hidden.notices[1:] + absent.notices
    assert titles("country:nga", member_of()) == ["Wells"]


def test_many_take_as_many_queries_as_one(entries):
    def queries(q):
        with CaptureQueriesContext(connection) as captured:
            ask(q)
        return len(captured)

    ask("wells")
    few, many = (" ".join(f"country:zz{each}" for each in range(number)) for number in (3, MOST))
    assert queries(f"wells {few}") == queries(f"wells {many}")


def test_a_value_is_called_by_its_key_its_labels_and_a_kind_by_its_list(entries):
    body = OrganisationFactory(name_en="Relief & Aid Body")
    page = make_record(title="Bridges")
    page.organisations.create(organisation=body, role=ParticipantRole.objects.first())
    page.save_revision().publish()

    for name in (body.slug, body.slug.upper(), '"relief aid body"', '"Relief & Aid Body"'):
        assert titles(f"organisation:{name}") == ["Bridges"]
    for name in ("case_study", "case-studies", '"case study"', '"Case studies"'):
        assert titles(f"kind:{name}") == ["Bridges", "Roads", "Wells"]
    assert titles("sector:food_security") == titles("sector:food-security") == ["Wells"]
    assert ask("sector:food")[1].chosen == {}


def test_a_question_whether_a_place_is_safe_stays_refused(entries):
    assert ask("is it safe to go to country:irq?")[1].hits == []


def test_such_a_search_is_kept_with_its_filters(entries):
    user, parameters = member_of(), QueryDict("q=wells+pays:irak+-country:nga+foo:bar")
    search = save_search(user=user, name="Iraq", kind="", parameters=parameters)

    assert search.parameters == "q=wells%20foo%3Abar&country=irq&country!=nga"
    search = save_search(user=user, name="Iraq", kind="", parameters=QueryDict("q=country:irq"))
    assert search.parameters == "country=irq"
    assert [hit.title for hit in engine().search(query_of(search), user, "en").hits] == ["Wells"]
