"""The description of the interface, for programs (OpenAPI 3.1) and for people."""

import json
from copy import deepcopy
from functools import cache

from django.conf import settings
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from ninja.openapi.schema import REF_TEMPLATE

from portal.api.answers import answer
from portal.api.enums import Scope
from portal.api.examples import BODIES, PROBLEM, answers_by_operation
from portal.api.interface import api
from portal.api.parameters import of_lists
from portal.api.problems import CONTENT_TYPE, TITLES
from portal.api.shapes import ProblemShape
from portal.records.registry import kinds

ROOT, TOKEN = "/api/v1/", "token"
OF_READING = (400, 401, 403, 404, 405, 412, 413, 429)
OF_WRITING = (*OF_READING, 409, 415, 428)
GROUPS = {
    "lists": gettext_lazy("Lists"),
    "entries": gettext_lazy("One entry"),
    "vocabularies": gettext_lazy("Vocabularies"),
    "writing": gettext_lazy("Writing"),
}
HEADERS = {
    "ETag": "By which you ask with If-None-Match whether it is still so.",
    "RateLimit": "How often you may ask again, and in how many seconds the count begins anew.",
}


@require_safe
def described(request):
    """The description as OpenAPI, in English."""
    return answer(request, schema())


@require_safe
def manual(request):
    """The same for people."""
    groups = {}
    for operation in _operations(schema()):
        groups.setdefault(str(GROUPS[operation["tags"][0]]), []).append(operation)
    context = {"groups": list(groups.items()), "scopes": Scope.choices, "site": settings.SITE_URL}
    return render(request, "api/manual.html", context)


@cache
def schema() -> dict:
    """The description that Ninja makes, with what all operations share."""
    made = deepcopy(dict(api.get_openapi_schema(path_prefix=ROOT.strip("/") + "/")))
    shape = ProblemShape.model_json_schema(ref_template=REF_TEMPLATE)
    made["components"]["schemas"] |= {**shape.pop("$defs"), "Problem": shape}
    (scheme,) = made["components"]["securitySchemes"].values()
    made["components"]["securitySchemes"] = {TOKEN: scheme}
    for path, methods in made["paths"].items():
        for method, operation in methods.items():
            _complete(path, method, operation)
    return made


def _complete(path, method, operation):
    operation["parameters"] += of_lists(operation["operationId"])
    for status in OF_READING if method == "get" else OF_WRITING:
        operation["responses"][status] = _of_problem(status)
    _illustrate(operation)
    for status, said in operation["responses"].items():
        headers = HEADERS if int(status) < 400 else {"RateLimit": HEADERS["RateLimit"]}
        said["headers"] = {name: {"description": text, "schema": {"type": "string"}} for name, text in headers.items()}
    if method == "get":
        operation["responses"][304] = {"description": "Not changed"}
    # What only members do names the scope that it needs; all else is open to visitors.
    scope = operation.pop("x-scope", None)
    operation["security"] = [{TOKEN: [scope]}] if scope else [{}, {TOKEN: [Scope.READ.value]}]


def _illustrate(operation):
    """Adds what is sent and answered for example."""
    name = operation["operationId"]
    answered = answers_by_operation().get(name)
    for status, said in operation["responses"].items():
        if int(status) in (200, 201) and answered:
            said["content"]["application/json"]["example"] = answered
    if body := BODIES.get(name):
        operation["requestBody"]["content"]["application/json"]["example"] = body


def _of_problem(status):
    content = {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    if status == 400:
        content[CONTENT_TYPE]["example"] = PROBLEM
    return {"description": str(TITLES[status]), "content": content}


def _operations(described):
    """Of each operation what people read, with its examples as text; what all lists have alike is told once."""
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            name = operation["operationId"]
            examples = {"body": BODIES.get(name), "example": answers_by_operation().get(name)}
            texts = {each: data and json.dumps(data, ensure_ascii=False, indent=1) for each, data in examples.items()}
            scope = operation["security"][-1][TOKEN][0]
            again = {"parameters": [], "example": None} if name in _other_lists() else {}
            yield {"path": path, "method": method.upper(), "scope": scope, **operation, **texts, **again}


def _other_lists():
    return {f"list_{its.key}" for its in kinds()} - {"list_need"} | {"list_facets"}
