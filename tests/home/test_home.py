"""The home page says true things: each figure is the total of the list that it leads to, for the same reader."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from case_studies.models import CaseStudyBarrier
from portal.access.enums import Level
from portal.home.questions import QUESTIONS
from portal.taxonomy.models import BarrierKind, Country, DataKind
from tests.factories.people import editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def country(alpha_3):
    return Country.objects.get(key=alpha_3)


def barrier(key):
    return CaseStudyBarrier(kind=BarrierKind.objects.get(key=key), text="It stood in the way.")


@pytest.fixture
def cases(django_capture_on_commit_callbacks):
    """Four case studies, of which visitors know the first two."""
    hazards = DataKind.objects.get(key="suspected_hazardous_area")
    with django_capture_on_commit_callbacks(execute=True):
        return [
            make_record(title="First", countries=[country("ukr")], data_kinds=[hazards]),
            make_record(title="Second", countries=[country("irq")], barriers=[barrier("misuse_of_locations")]),
            make_record(title="Third", listed_to=Level.MEMBERS, countries=[country("yem")], data_kinds=[hazards]),
            make_record(title="Fourth", listed_to=Level.OWNER, countries=[country("lby")], summary="Of IMSMA."),
        ]


def home(user=None, address="/"):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(address)


def figures(response):
    return [question.figure for question in response.context["questions"]]


def test_without_entries_no_question_has_a_figure():
    response = home()

    assert figures(response) == [None] * 6
    assert response.content.decode().count("No answer yet") == 6


def test_figures_count_what_the_reader_may_know_of(cases):
    assert figures(home()) == [2, 1, None, None, None, 1]
    assert figures(home(member_of())) == [3, 2, None, None, None, 1]
    assert figures(home(editor())) == [4, 2, None, None, 1, 1]


def test_each_figure_is_the_total_of_the_list_behind_it(cases):
    for user in (None, member_of(), editor()):
        client = Client()
        if user:
            client.force_login(user)
        questions = [each for each in client.get("/").context["questions"] if each.url]

        assert [client.get(each.url).context["listing"].total for each in questions] == [
            each.figure for each in questions
        ]


def test_the_questions_stand_verbatim_in_their_order():
    assert [str(asked.text).split("?")[0][:48] for asked in QUESTIONS] == [
        "What is currently happening in terms of data exc",
        "What are the key data/trends that MA have and ot",
        "What is the key data that others have and MA nee",
        "What are the current platforms to exchange this ",
        "IMSMA, the information-management system on mine",
        "What data is considered classified or withheld d",
    ]


def test_countries_and_latest_cases_are_those_the_reader_may_know_of(cases):
    visitors, members = home().context, home(member_of()).context

    assert [each["key"] for each in visitors["countries"]] == ["irq", "ukr"]
    assert {hit.title for hit in visitors["latest"]} == {"First", "Second"}
    assert [each["key"] for each in members["countries"]] == ["irq", "ukr", "yem"]
    assert {hit.title for hit in members["latest"]} == {"First", "Second", "Third"}


def test_the_latest_cases_are_real_ones(cases, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_record(title="Fiction", is_demo=True, countries=[country("ukr")])

    response = home()

    assert {hit.title for hit in response.context["latest"]} == {"First", "Second"}
    assert figures(response)[0] == 3


def test_countries_have_their_names_in_the_language_of_the_reader(cases):
    assert [each["label"] for each in home(address="/fr/").context["countries"]] == ["Iraq", "Ukraine"]
    assert [each["label"] for each in home(address="/ar/").context["countries"]] == ["أوكرانيا", "العراق"]


def test_everybody_has_a_way_that_leads_somewhere():
    people = {"visitor": None, "member": member_of(), "editor": editor()}

    ways = {name: [url for _, url in home(user).context["ways"]] for name, user in people.items()}

    assert ways["visitor"] == ["/accounts/login/"]
    assert ways["member"] == []
    assert [re.sub(r"\d+", "N", url) for url in ways["editor"]] == ["/admin/pages/add/case_studies/casestudypage/N/"]
    client = Client()
    client.force_login(people["editor"])
    assert client.get(ways["editor"][0]).status_code == 200


def test_the_home_page_of_each_language_leads_to_its_own_lists(cases):
    for prefix in ("", "/fr", "/ar"):
        questions = home(address=f"{prefix}/").context["questions"]

        assert {urlsplit(each.url).path for each in questions if each.url} == {f"{prefix}/search/"}
        assert {tuple(parse_qs(urlsplit(each.url).query)) for each in questions if each.url} == {
            ("kind",),
            ("kind", "data_kind"),
            ("kind", "barrier"),
        }


@pytest.mark.parametrize("number", [1, 12])
def test_any_number_of_cases_takes_the_same_queries(django_assert_max_num_queries, number):
    for count in range(number):
        make_record(title=f"Case {count}", countries=[country("ukr")], barriers=[barrier("misuse_of_locations")])
    home()

    with django_assert_max_num_queries(15):
        response = home()

    assert len(response.context["latest"]) == min(number, 3)


@pytest.mark.parametrize(
    ("prefix", "keys"), [("", ["alb", "egy", "zmb"]), ("/fr", ["alb", "egy", "zmb"]), ("/ar", ["alb", "zmb", "egy"])]
)
def test_countries_stand_in_the_alphabet_of_the_reader(django_capture_on_commit_callbacks, prefix, keys):
    with django_capture_on_commit_callbacks(execute=True):
        make_record(countries=[country(key) for key in ("zmb", "alb", "egy")])

    assert [each["key"] for each in home(address=f"{prefix}/").context["countries"]] == keys


def test_values_that_are_as_frequent_stand_in_the_alphabet_of_the_reader(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_record(countries=[country(key) for key in ("zmb", "egy")])

    def shown(prefix):
        facets = Client().get(f"{prefix}/search/").context["listing"].facets
        return [choice.key for facet in facets if facet.name == "country" for choice in facet.values]

    assert (shown("/fr"), shown("/ar")) == (["egy", "zmb"], ["zmb", "egy"])


@pytest.mark.parametrize("address", ["/", "/search/?q=wells&country=ukr", "/fr/search/?q=c%C3%B4te"])
def test_signing_in_leads_back_to_the_page_with_what_was_searched(address):
    (link,) = re.findall(r'href="/(?:fr/)?accounts/login/\?([^"]+)"', home(address=address).text)

    assert parse_qs(link.replace("&amp;", "&")) == {"next": [address]}
