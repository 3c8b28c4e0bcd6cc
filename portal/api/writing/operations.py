"""The operations by which programs write."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from events.actions.enums import State
from portal.api.askers import Asked
from portal.api.enums import Scope
from portal.api.shapes import Strict
from portal.api.writing import drafts, updates
from portal.api.writing.bodies import answers_of, change_of, draft_of, new_of
from portal.records.registry import kind

SCOPES = {"need": Scope.NEEDS, "holding": Scope.HOLDINGS, "output": Scope.OUTPUTS}
"""By kind of entry that programs may write, what a token needs for it."""
KEY = {
    "in": "header", "name": "Idempotency-Key", "required": False, "schema": {"type": "string", "maxLength": 255},
    "description": "Any text of yours: what is sent again with the same one is made once.",
}  # fmt: skip
MATCH = {
    "in": "header", "name": "If-Match", "required": True, "schema": {"type": "string"},
    "description": "The ETag of the draft that you have read: without it 428, with another one 412.",
}  # fmt: skip


class Report(Strict):
    """How far an action is."""

    state: Literal[tuple(state.value for state in State)]
    note: Annotated[str, Field(max_length=1000)] = ""


class Reported(Strict):
    code: str
    state: str
    note: str
    at: datetime


def add_writing(api):
    """Adds the operations to the interface."""
    for key, scope in SCOPES.items():
        _add_drafts(api, kind(key), scope)
    _add_updates(api)


def _add_drafts(api, its, scope):
    answers = answers_of(its)
    shape, new, changed = draft_of(its, answers), new_of(its, answers), change_of(its, answers)
    path = f"/{its.index_path}/"
    draft = f"{path}{{code}}/draft/"

    def make(request, body: new):
        return drafts.make(request, its, body)

    def read(request, code: str):
        return drafts.read(request, its, code)

    def change(request, code: str, body: changed):
        return drafts.change(request, its, code, body)

    shared = {"auth": Asked(scope, is_for_members=True), "tags": ["writing"]}
    api.post(
        path, response={200: shape, 201: shape}, operation_id=f"make_{its.key}", url_name=its.index_path,
        summary=f"Make a draft in {its.index_path}, and send it", openapi_extra=_extra(scope, KEY), **shared,
    )(make)  # fmt: skip
    api.get(
        draft, response=shape, operation_id=f"read_{its.key}_draft", url_name=f"draft-{its.index_path}",
        summary="The draft as its writers go on with it", openapi_extra=_extra(scope), **shared,
    )(read)  # fmt: skip
    api.patch(
        draft, response=shape, operation_id=f"change_{its.key}_draft", url_name=f"draft-{its.index_path}",
        summary="Change what is said, and leave the rest", openapi_extra=_extra(scope, MATCH), **shared,
    )(change)  # fmt: skip


def _add_updates(api):
    def report_action(request, code: str, body: Report):
        """Say how far a follow-up action is."""
        return updates.report(request, code, body)

    api.post(
        "/actions/{code}/updates/", response={201: Reported}, auth=Asked(Scope.ACTIONS, is_for_members=True),
        tags=["writing"], url_name="report", openapi_extra=_extra(Scope.ACTIONS),
    )(report_action)  # fmt: skip


def _extra(scope, *parameters):
    return {"parameters": list(parameters), "x-scope": scope.value}
