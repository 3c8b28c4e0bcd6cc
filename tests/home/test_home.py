"""The home page says true things: each figure is the total of the list that it leads to, for the same reader."""

import re
from urllib.parse import parse_qs

import pytest
from django.test import Client

from case_studies.models import CaseStudyBarrier
from portal.access.enums import Level
from portal.home.questions import QUESTIONS
from portal.taxonomy.models import BarrierKind, Country, Sector, WithholdingReason
from practices.holdings.answers import mine_action_kinds
from practices.needs.models import DataNeedPage
from tests.factories.people import editor, member_of
from tests.factories.platforms import make_flow, make_platform
from tests.factories.records import make_record
from tests.holdings.holdings import make_holding, step

pytestmark = pytest.mark.django_db


def country(alpha_3):
    return Country.objects.get(key=alpha_3)


def barrier(key):
    return CaseStudyBarrier(kind=BarrierKind.objects.get(key=key), text="It stood in the way.")


def sectors(*keys):
    return [Sector.objects.get(key=key) for key in keys]


@pytest.fixture
def cases(django_capture_on_commit_callbacks):
    """Four case studies, of which visitors know the first two."""
    with django_capture_on_commit_callbacks(execute=True):
        return [
            make_record(title="First", countries=[country("ukr")]),
            make_record(title="Second", countries=[country("irq")], barriers=[barrier("misuse_of_locations")]),
            make_record(title="Third", listed_to=Level.MEMBERS, countries=[country("yem")]),
            make_record(title="Fourth", listed_to=Level.OWNER, countries=[country("lby")], summary="Of IMSMA."),
        ]


@pytest.fixture
def exchange(django_capture_on_commit_callbacks):
    """Flows, holdings, needs and a platform, of which visitors know less than members and these less than editors."""
    with django_capture_on_commit_callbacks(execute=True):
        make_flow("Runs")
        make_flow("Among members", listed_to=Level.MEMBERS)
        make_holding(title="Ours", sectors=sectors("mine_action"))
        make_holding(title="Of a working group", sectors=sectors("eore_wg"), listed_to=Level.OWNER)
        make_holding(title="Theirs", sectors=sectors("health"))
        make_record(DataNeedPage, title="We need", sectors=sectors("mine_action"), listed_to=Level.MEMBERS)
        make_record(DataNeedPage, title="They need", sectors=sectors("education"))
        make_platform("A platform")


def home(user=None, address="/"):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(address)


def figures(response):
    """By question, its figures."""
    return [[figure.count for figure in question.figures] for question in response.context["questions"]]


def test_without_entries_only_the_vocabularies_answer():
    response = home()

    # What is usual for each kind of data that IMSMA holds.
    assert figures(response) == [[], [], [], [], [len(mine_action_kinds())], []]
    assert response.content.decode().count("No answer yet") == 5


def test_figures_count_what_the_reader_may_know_of(cases, exchange):
    kinds = len(mine_action_kinds())

    assert figures(home()) == [[1], [1, 1], [1], [1], [kinds], [1]]
    assert figures(home(member_of())) == [[2], [1, 1], [1, 1], [1], [kinds], [1]]
    assert figures(home(editor())) == [[2], [2, 1], [1, 1], [1], [kinds], [1]]


def test_what_owners_stated_comes_first():
    reason = WithholdingReason.objects.get(key="personal_data")
    make_holding(kinds=["hazards"], ladder=[step("public", "nothing", "hazards", reason=reason)])
    make_holding(kinds=["hazards"], ladder=[step("public", "nothing", "hazards")], details_to=Level.OWNER)

    assert figures(home())[4:] == [[1, len(mine_action_kinds())], [1]]
    assert figures(home(editor()))[4:] == [[2, len(mine_action_kinds())], [1]]


@pytest.mark.parametrize("address", ["/", "/questions/", "/fr/questions/"])
def test_each_figure_is_the_total_of_the_list_behind_it(cases, exchange, address):
    for user in (None, member_of(), editor()):
        counted = [each for question in home(user, address).context["questions"] for each in question.figures]
        listed = [each for each in counted if each.url]

        assert len(listed) >= 5
        assert [home(user, each.url).context["listing"].total for each in listed] == [each.count for each in listed]


def test_each_question_leads_to_a_page_that_answers(cases, exchange):
    for user in (None, editor()):
        urls = [question.url for question in home(user).context["questions"]]

        assert all(urls)
        assert {home(user, url).status_code for url in urls} == {200}


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


def test_the_home_page_of_each_language_leads_to_its_own_lists(cases, exchange):
    for prefix in ("", "/fr", "/ar"):
        questions = home(address=f"{prefix}/").context["questions"]

        assert [each.url for each in questions if not each.url.startswith(f"{prefix}/")] == []


def test_a_country_is_chosen_on_the_page_of_countries(cases):
    assert 'action="/fr/countries/"' in home(address="/fr/").text
    assert home(address="/fr/countries/?country=ukr").url == "/fr/countries/ukr/"


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


def test_signing_in_from_the_home_page_leads_on_to_ones_own_work():
    assert set(re.findall(r'href="(/accounts/login/[^"]*)"', home().text)) == {"/accounts/login/"}


@pytest.mark.parametrize("address", ["/search/?q=wells&country=ukr", "/fr/search/?q=c%C3%B4te"])
def test_signing_in_leads_back_to_the_page_with_what_was_searched(address):
    (link,) = re.findall(r'href="/(?:fr/)?accounts/login/\?([^"]+)"', home(address=address).text)

    assert parse_qs(link.replace("&amp;", "&")) == {"next": [address]}
