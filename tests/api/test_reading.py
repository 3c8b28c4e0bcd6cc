"""Lists and entries: what the file of the list says, for who asks."""

import pytest

from portal.access.enums import Level
from portal.taxonomy.models import Country
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from tests.api.asking import Program
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import make_record
from tests.transfer.taking import parsed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["search", "needs", "holdings", "case-studies"])
def test_a_list_has_the_rows_of_its_file(name):
    user = member_of(OrganisationFactory())
    for model in (DataNeedPage, DataHoldingPage):
        make_record(model, title="Maps", listed_to=Level.MEMBERS, countries=[Country.objects.get(key="lbn")])
    make_record(title="Wells", details_to=Level.OWNER, context="<p>Words.</p>")
    path = "records" if name == "search" else name

    for who in (None, user):
        told = Program(who).read(f"{path}/?q=maps%20wells&sort=title")
        assert told["rows"] == parsed(f"/{name}.json?q=maps%20wells&sort=title", who)["rows"]
    assert told["total"] == len(told["rows"]) > 0


def test_pages_lead_to_each_other():
    for number in range(5):
        make_record(title=f"Case {number}")

    response = Program().ask("records/?sort=title&page=2&page_size=2")

    told = response.json()
    assert (told["total"], told["page"], told["pages"], told["page_size"]) == (5, 2, 3, 2)
    assert [row["title"] for row in told["rows"]] == [["Case 2"], ["Case 3"]]
    base = "http://127.0.0.1:8000/api/v1/records/?sort=title&page_size=2&page="
    places = {"first": 1, "prev": 1, "next": 3, "last": 3}
    assert response["Link"] == ", ".join(f'<{base}{page}>; rel="{rel}"' for rel, page in places.items())


def test_what_cannot_be_asked_is_said_and_ignored():
    make_record(title="Wells")

    told = Program().read("records/?colour=red&page_size=1000&page=7", Accept_Language="fr")

    assert len(told["rows"]) == told["page"] == 1
    assert [notice for notice in told["notices"] if "colour" in notice]
    assert told["language"] == "fr"
    assert told["page_size"] == 20
    assert len(told["notices"]) == 3


def test_an_entry_is_the_row_of_its_list_with_all_fields():
    page = make_record(DataNeedPage, title="Maps", decision_note="Where to build")
    code = page.identity.code

    told = Program().read(f"records/{code.lower()}/")

    assert told.pop("links_to").keys() == {"links", "trail", "matches"}
    assert [told] == parsed("/needs.json")["rows"]


def test_what_one_may_not_know_of_is_as_what_there_is_not():
    hidden = make_record(title="Wells", listed_to=Level.OWNER)
    code = hidden.identity.code

    for who in (None, member_of(OrganisationFactory())):
        program = Program(who)
        for part in ("", "links/", "trail/", "matches/"):
            one, other = (program.ask(f"records/{each}/{part}") for each in (code, "CS-ZZZZ"))
            assert one.status_code == other.status_code == 404
            assert one.content == other.content
            assert {**one.headers, "RateLimit": ""} == {**other.headers, "RateLimit": ""}
    assert one["Content-Type"] == "application/problem+json"
    assert one.json() == {"type": "about:blank", "title": "There is nothing here.", "status": 404}


@pytest.mark.parametrize("path", ["nothing/", "vocabularies/nothing/", "records/%00/", "records/CS-7K3M", "needs/x/"])
def test_an_address_that_there_is_not_is_a_problem_too(path):
    response = Program().ask(path, Accept_Language="ar")

    assert response.status_code in (400, 404)
    assert response["Content-Type"] == "application/problem+json"
    assert response["Content-Language"] == "ar"
    assert response.json()["status"] == response.status_code


def test_an_etag_says_whether_it_is_still_so():
    page = make_record(DataNeedPage, title="Maps")
    path = f"records/{page.identity.code}/"

    for program in (Program(), Program(member_of(OrganisationFactory()))):
        first = program.ask(path)
        again = program.ask(path, If_None_Match=first["ETag"])
        assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
        assert program.ask(path, If_None_Match='"other"').status_code == 200
    page.title = "Other maps"
    page.save_revision().publish()
    assert program.ask(path, If_None_Match=first["ETag"]).status_code == 200


def test_nothing_is_kept_or_set_for_a_token():
    make_record(title="Wells")

    answers = [Program(who).ask("records/") for who in (None, member_of(OrganisationFactory()))]

    assert [each["Cache-Control"] for each in answers] == ["public, no-cache", "private, no-store"]
    for each in answers:
        assert not each.cookies
        assert each["Vary"] == "Authorization, Accept-Language"
        assert each["RateLimit-Policy"].endswith(";w=60")


def test_head_is_get_without_its_content():
    make_record(title="Wells")
    program = Program()

    whole, head = program.ask("records/"), program.ask("records/", "HEAD")

    assert (head.status_code, head.content, head["ETag"]) == (200, b"", whole["ETag"])
    assert program.ask("records/", "DELETE").status_code == 405


def test_facets_are_those_of_the_search():
    make_record(title="Wells", countries=[Country.objects.get(key="lbn")])
    make_record(title="Roads", countries=[Country.objects.get(key="irq")])

    told = Program().read("facets/?country=irq")

    (countries,) = [each for each in told["facets"] if each["name"] == "country"]
    found = {each["code"]: (each["count"], each["chosen"]) for each in countries["values"]}
    assert (found["irq"], found["lbn"]) == ((1, True), (1, False))
    assert told["total"] == 1


def test_a_vocabulary_has_three_labels_and_its_tree():
    names = [each["name"] for each in Program().read("vocabularies/")["rows"]]
    told = Program().read("vocabularies/countries/")
    kinds = Program().read("vocabularies/data_kinds/")

    assert {"sectors", "countries", "data_kinds", "need_states"} <= set(names)
    (lebanon,) = [each for each in told["rows"] if each["code"] == "lbn"]
    assert lebanon["labels"] == {"en": "Lebanon", "fr": "Liban", "ar": "لبنان"}
    codes = {each["code"] for each in kinds["rows"]}
    assert {each["broader"] for each in kinds["rows"]} <= {None, *codes}
    assert any(each["broader"] for each in kinds["rows"])
