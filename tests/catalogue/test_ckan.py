"""Clients of CKAN, as they come: `ckanapi` reads holdings from a server of the portal."""

import json

import pytest
from ckanapi import NotAuthorized, NotFound, RemoteCKAN, SearchQueryError, ValidationError
from django.conf import settings
from django.test import Client

from portal.access.enums import Level
from portal.taxonomy.models import AccessMethod
from tests.catalogue.described import MAILBOX, ask, part, whole_holding
from tests.factories.people import OrganisationFactory, editor
from tests.factories.records import decide
from tests.holdings.holdings import make_holding


@pytest.fixture(params=[False, True], ids=["post", "get"])
def ckan(request, live_server):
    with RemoteCKAN(live_server.url, get_only=request.param) as client:
        yield client.action


def called(name, user=None, **parameters):
    """The result of an action, asked for by its address."""
    response = ask(f"/api/3/action/{name}", user, query_params=parameters)
    answer = response.json()
    assert (response.status_code, answer["success"]) == (200, True), answer
    return answer["result"]


def test_a_client_reads_what_there_is(ckan):
    keeper = part("data_custodian", name_en="Centre", acronym="MAC")
    page = whole_holding(title="Wells", organisations=[keeper])
    make_holding(title="Roads")
    hidden = make_holding(title="Narrow", listed_to=Level.MEMBERS)

    shown = ckan.package_show(id=page.slug)

    assert ckan.site_read() is True
    assert ckan.status_show()["site_url"] == settings.SITE_URL
    assert page.slug in ckan.package_list()
    assert len(ckan.package_list()) == 2
    assert ckan.package_list(limit=1, offset=1) == ckan.package_list()[1:]
    assert shown["id"] == ckan.package_show(id=shown["id"])["id"]
    assert shown["organization"]["title"] == "Centre"
    assert ckan.organization_show(id=shown["owner_org"])["name"] == keeper.organisation.slug
    assert {each["name"]: each["package_count"] for each in ckan.organization_list(all_fields=True)} == {
        keeper.organisation.slug: 1, "portal": 1,
    }  # fmt: skip
    assert ckan.group_list() == ["irq", "world", "xkx"]
    assert ckan.tag_list(query="casualty") == ["casualty statistics"]
    assert ckan.resource_show(id=shown["resources"][0]["id"])["url"] == "https://data.example.org/hazards.csv"
    for refused in (hidden.slug, "nothing-here"):
        with pytest.raises(NotFound):
            ckan.package_show(id=refused)


def test_a_client_searches(ckan):
    for title, method in (
        ("Wells of the north", "by_request"),
        ("Wells of the south", "open_download"),
        ("Roads", None),
    ):
        whole_holding(title=title, access_method=method and AccessMethod.objects.get(key=method))

    found = ckan.package_search(q="wells", rows=1, start=1, sort="title asc", **{"facet.field": ["groups", "tags"]})

    assert (found["count"], [each["title"] for each in found["results"]]) == (2, ["Wells of the south"])
    assert found["facets"]["groups"] == {"irq": 2, "world": 2, "xkx": 2}
    names = {each["name"]: each["display_name"] for each in found["search_facets"]["groups"]["items"]}
    assert names == {"irq": "Iraq", "world": "World", "xkx": "Kosovo"}
    assert ckan.package_search(fq="groups:irq -title:roads", rows=0)["count"] == 2
    assert ckan.package_search(fq_list=["title:roads", "groups:irq"])["count"] == 1


def test_a_client_is_told_what_is_wrong(ckan):
    with pytest.raises(SearchQueryError, match="colour"):
        ckan.package_search(fq="colour:red")
    with pytest.raises(SearchQueryError, match="age"):
        ckan.package_search(sort="age desc")
    with pytest.raises(ValidationError) as wrong:
        ckan.package_search(rows="ten")
    with pytest.raises(ValidationError) as missing:
        ckan.package_show()
    with pytest.raises(NotAuthorized):
        ckan.package_create(name="x")

    assert "ten" in wrong.value.error_dict["rows"][0]
    assert list(missing.value.error_dict) == ["__type", "id"]


@pytest.mark.django_db
def test_a_package_says_what_ckan_and_hdx_call_it():
    page = whole_holding(
        organisations=[part("data_owner", name_en="Authority"), part("data_custodian", name_en="Centre")],
        access_method=AccessMethod.objects.get(key="by_request"), licence_note="Ask first",
    )  # fmt: skip

    found = called("package_show", id=page.identity.code.lower())

    expected = {
        "name": page.slug, "title": "Register of hazards", "notes": "What is suspected where.", "type": "dataset",
        "state": "active", "private": False, "maintainer": None, "author": None, "dataset_source": "Authority",
        "dataset_date": "[2009-01-01T00:00:00 TO 2020-12-31T23:59:59]", "data_update_frequency": "90",
        "license_id": "hdx-odc-odbl", "isopen": True, "license_other": "Ask first", "methodology": "Other",
        "methodology_other": "Surveys.", "caveats": "Half without a date.\nSafety.", "subnational": "1",
        "is_requestdata_type": True, "last_modified": "2026-08-31", "num_resources": 1,
        "url": f"{settings.SITE_URL}/holdings/{page.slug}/", "title_translated": {"en": "Register of hazards"},
    }  # fmt: skip
    assert {name: found[name] for name in expected} == expected
    assert [each["name"] for each in found["groups"]] == ["irq", "xkx", "world"]
    assert [each["name"] for each in found["tags"]] == [
        "suspected hazardous area sha", "casualty statistics", "mine action",
    ]  # fmt: skip
    (resource,) = found["resources"]
    assert (resource["format"], resource["mimetype"], resource["package_id"]) == ("CSV", "text/csv", found["id"])
    extras = {each["key"]: each["value"] for each in found["extras"]}
    assert extras["access_method"] == "By request"
    assert not set(extras) & set(found)
    assert MAILBOX not in json.dumps(found)


@pytest.mark.django_db
def test_of_closed_details_a_package_says_nothing():
    page = whole_holding(details_to=Level.MEMBERS, licence_note="Ask first")

    found = called("package_show", editor(), id=page.slug)

    assert (found["license_id"], found["isopen"], found["resources"], found["caveats"]) == (
        "notspecified",
        False,
        [],
        "",
    )
    assert found["methodology_other"] == found["license_other"] == ""
    assert called("package_search", fq="license_id:hdx-odc-odbl")["count"] == 0
    assert called("license_list") == []


@pytest.mark.django_db
def test_a_holding_whose_organisations_are_hidden_is_listed_under_the_portal():
    hidden = OrganisationFactory(name_en="Quiet office")
    decide(hidden, listed_to=Level.MEMBERS)
    page = make_holding(organisations=[part("data_owner", hidden)])

    found = called("package_show", id=page.slug)

    assert found["organization"]["name"] == "portal"
    assert found["dataset_source"] == "Quiet office"
    assert ask("/api/3/action/organization_show", query_params={"id": hidden.slug}).status_code == 404
    assert called("organization_list") == ["portal"]
    assert called("package_search", fq=f"owner_org:{found['owner_org']}")["count"] == 1


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/3/action/package_search", "/api/action/package_search"])
def test_both_addresses_answer(path):
    make_holding()

    assert ask(path).json()["result"]["count"] == 1
    assert ask("/api/3").json() == {"version": 3}


@pytest.mark.django_db
@pytest.mark.parametrize("body", ["[1]", "{", '"x"', "[" * 5_000, "nul\x00"])
def test_a_body_that_is_no_object_is_refused(body):
    response = Client().generic("POST", "/api/3/action/package_search", body, content_type="application/json")

    assert (response.status_code, response.json()["success"]) == (400, False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "parameters",
    [
        {"rows": -1}, {"start": "٣"}, {"rows": [1, 2], "q": {"a": 1}}, {"q": None, "fq": 7, "facet.field": 3},
        {"facet.field": "[", "facet.limit": "x"}, {"sort": ",", "q": "x" * 9_000}, {"rows": True}, {"facet": "maybe"},
        {"facet.field": [["a"]], "facet.mincount": "1e9"}, {"start": 10**30}, {"fq_list": [{}]}, {"fq": "\ud800"},
    ],
)  # fmt: skip
def test_odd_parameters_are_answered_and_nothing_breaks(parameters):
    make_holding()

    response = Client().post("/api/3/action/package_search", json.dumps(parameters), content_type="application/json")

    assert response.status_code in (200, 400, 409)
    assert isinstance(response.json()["success"], bool)


@pytest.mark.django_db
def test_what_is_sent_to_it_needs_no_token_and_writes_nothing():
    make_holding()

    response = Client(enforce_csrf_checks=True).post("/api/3/action/package_list", {}, content_type="application/json")

    assert len(response.json()["result"]) == 1
    assert ask("/api/3/action/package_delete").status_code == 403


@pytest.mark.django_db
def test_the_address_of_a_dataset_leads_to_the_holding():
    page, hidden = make_holding(), make_holding(listed_to=Level.OWNER)

    assert ask(f"/dataset/{page.slug}")["Location"] == f"/r/{page.identity.code}"
    assert ask(f"/dataset/{hidden.slug}").status_code == 404
