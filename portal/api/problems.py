"""What is wrong, as a program gets it (RFC 9457): in the reader's language, all wrong fields at once."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

CONTENT_TYPE = "application/problem+json"
TITLES = {
    400: gettext_lazy("This cannot be read as it was sent."),
    401: gettext_lazy("A token is needed, and this is none that works."),
    403: gettext_lazy("Your token does not let you do this."),
    404: gettext_lazy("There is nothing here."),
    405: gettext_lazy("This address does not know this method."),
    409: gettext_lazy("As it stands now, this cannot be done."),
    412: gettext_lazy("It was changed since you read it."),
    413: gettext_lazy("This is too large."),
    415: gettext_lazy("Send it as JSON."),
    428: gettext_lazy("Say which version you have read."),
    429: gettext_lazy("That was asked too often."),
    500: gettext_lazy("Something went wrong here. We have noted it."),
}
"""By status; what is not here has that of 400 or 500."""


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong: the field, with dots between the parts of its name, "" for the whole; and a sentence."""

    field: str
    message: str


@dataclass
class Problem(Exception):
    """Ends a request with an answer that says what is wrong."""

    status: int
    detail: str = ""
    errors: Iterable[Wrong] = ()
    headers: dict[str, str] = field(default_factory=dict)


def problem(status, detail="", errors=(), headers=None) -> HttpResponse:
    """The answer that says what is wrong."""
    content = json.dumps(body_of(status, detail, errors), ensure_ascii=False)
    return HttpResponse(content, status=status, content_type=CONTENT_TYPE, headers=headers)


def body_of(status, detail="", errors=()) -> dict:
    """The members of a problem; `errors` only where fields are wrong."""
    title = TITLES.get(status, TITLES[400 if status < 500 else 500])
    said = {"type": "about:blank", "title": str(title), "status": status}
    if detail:
        said["detail"] = str(detail)
    if errors := [asdict(each) for each in errors]:
        said["errors"] = errors
    return said


def wrong_in(refused, field="") -> list[Wrong]:
    """What a ValidationError says, each sentence with its field."""
    if not hasattr(refused, "error_dict"):
        return [Wrong(field, message) for message in refused.messages]
    named = refused.message_dict.items()
    return [Wrong("" if name == "__all__" else name, message) for name, messages in named for message in messages]


def fields_are_wrong(errors) -> Problem:
    """The Problem of a body in which fields are wrong."""
    return Problem(400, _("Change what is listed here, then send it again. Nothing was kept."), tuple(errors))
