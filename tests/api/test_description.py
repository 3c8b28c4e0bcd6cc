"""The description of the interface: whole, with examples that are true of it, and a page for people that loads nothing
of other hosts."""

import json
import re

import jsonschema_rs
import pytest
from django.test import Client

from portal.api.description import schema
from portal.api.examples import BODIES, PROBLEM, answers_by_operation
from tests.api.asking import Program
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db


def operations():
    return {
        operation["operationId"]: operation for methods in schema()["paths"].values() for operation in methods.values()
    }


def valid(shape, data):
    """Whether the data have a shape of the description."""
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape, "components": schema()["components"]}
    return jsonschema_rs.validator_for(json.loads(json.dumps(whole))).is_valid(data)


def test_it_is_openapi_3_1_and_says_what_each_operation_answers():
    told = Program().read("openapi.json")

    assert told["openapi"] == "3.1.0"
    assert told == json.loads(json.dumps(schema()))
    for name, operation in operations().items():
        assert {"400", "401", "403", "404", "429"} <= set(map(str, operation["responses"])), name
        assert operation["summary"], name


def test_each_answer_and_each_body_has_an_example_that_is_true():
    answers, found = answers_by_operation(), operations()
    without = set(found) - set(answers)

    assert without == {f"{way}_{key}" for key in ("holding", "output") for way in ("make",)} | {
        f"{way}_{key}_draft" for key in ("holding", "output") for way in ("read", "change")
    }
    for name, example in answers.items():
        status = next(status for status in found[name]["responses"] if int(status) in (200, 201))
        shape = found[name]["responses"][status]["content"]["application/json"]["schema"]
        assert valid(shape, example), name
    for name, body in BODIES.items():
        assert valid(found[name]["requestBody"]["content"]["application/json"]["schema"], body), name
    assert {name for name, each in found.items() if "requestBody" in each} == set(BODIES)
    assert valid({"$ref": "#/components/schemas/Problem"}, PROBLEM)


def test_the_examples_of_bodies_can_be_sent():
    program = Program(member_of(OrganisationFactory()))

    for name in ("make_need", "make_holding", "make_output"):
        path = {"make_need": "needs/", "make_holding": "holdings/", "make_output": "outputs/"}[name]
        response = program.send("POST", path, BODIES[name])
        assert response.status_code == 201, (name, response.content)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_people_read_it_on_a_page_of_its_own(language):
    prefix = "" if language == "en" else f"/{language}"
    response = Client().get(f"{prefix}/api/v1/docs")

    page = response.content.decode()
    assert response.status_code == 200
    assert f'lang="{language}"' in page
    assert all(path in page for path in schema()["paths"])
    loaded = re.findall(
        r'<(?:script|img|iframe|link rel="(?:stylesheet|preload|icon)")[^>]*(?:src|href)="([^"]+)"', page
    )
    assert loaded
    assert not [each for each in loaded if not each.startswith(("/static/", "data:"))]
    assert "script-src" in response["Content-Security-Policy"]
