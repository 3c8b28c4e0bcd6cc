"""The interface answers as it is described, whatever is sent: asked by Schemathesis through the WSGI application, as
several people. `API_REQUESTS=5000` asks so often; docs/decisions/0051 says with what result."""

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from events.outputs.models import OutputPage
from portal.access.enums import Level
from portal.api.description import schema
from portal.wsgi import application
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from tests.api.asking import Program
from tests.factories.actions import make_action
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db(transaction=True)
REQUESTS = int(os.environ.get("API_REQUESTS", "360"))
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance,
]  # fmt: skip
"""Not asked: whether odd parameters are refused. They are ignored and said so, as on every list."""


@pytest.fixture
def people():
    """By who asks, a token; and the codes of entries of several kinds and levels."""
    organisation = OrganisationFactory()
    author = member_of(organisation, focal_point=True)
    codes = [make_action(by=author, organisation=organisation).code, organisation.code]
    for model in (DataNeedPage, DataHoldingPage, OutputPage, None):
        for level in (Level.PUBLIC, Level.OWNER):
            page = make_record(**({"model": model} if model else {}), title="Maps", listed_to=level)
            decide(page, listed_to=level, owner=organisation)
            codes.append(page.identity.code)
    made = Program(author).send("POST", "needs/", {"answers": {"title": "A draft"}}).json()["code"]
    tokens = {
        "visitor": None,
        "stranger": Program(member_of(OrganisationFactory())).token,
        "author": Program(author).token,
        "editor": Program(editor()).token,
        "nobody": "maim_" + "x" * 43,
    }
    return tokens, [*codes, made]


def served(environ, start_response):
    """The portal, as a server gives it what comes from the network."""
    return application({**environ, "REMOTE_ADDR": "127.0.0.1"}, start_response)


def operations():
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", served)
    return [each.ok() for each in described.get_all_operations()]


def test_every_answer_is_as_it_is_described(people):
    tokens, codes = people
    found, asked = operations(), []
    assert len(found) == sum(len(methods) for methods in schema()["paths"].values())
    each = max(1, REQUESTS // len(found))

    for operation in found:
        _ask(operation, each, tokens, codes, asked)

    statuses = sorted({status for *_, status in asked})
    print(f"{len(asked)} requests, {len(found)} operations, statuses {statuses}")
    assert {200, 201, 400, 401, 404} <= set(statuses)
    assert len(asked) >= REQUESTS * 0.9


def _cases(operation):
    """What is in the form that is asked for, and what is not."""
    return st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in _modes(operation)))


def _modes(operation):
    return [GenerationMode.POSITIVE, *([GenerationMode.NEGATIVE] if operation.body else [])]


def _ask(operation, number, tokens, codes, asked):
    @settings(
        max_examples=number, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=_cases(operation), who=st.sampled_from(sorted(tokens)), code=st.sampled_from([*codes, "", None]))
    def ask(case, who, code):
        if code is not None and "code" in (case.path_parameters or {}):
            case.path_parameters["code"] = code or "CS-ZZZZ"
        headers = {"Authorization": f"Bearer {tokens[who]}"} if tokens[who] else {}
        case.headers.pop("Authorization", None)
        response = case.call(headers=headers)
        asked.append((operation.label, who, response.status_code))
        case.validate_response(response, checks=CHECKS)

    ask()
