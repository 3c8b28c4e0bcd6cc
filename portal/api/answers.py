"""Answers as JSON, with a mark of what they say (ETag), by which a program asks whether it is still so."""

import hashlib
import json
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import get_conditional_response

CONTENT_TYPE = "application/json"


def answer(request, data, *, status=200, headers=None) -> HttpResponse:
    """The answer with this data; 304 where the program has it. What a token opened is for its person alone."""
    content = _content(data)
    response = HttpResponse(content, status=status, content_type=CONTENT_TYPE, headers=headers)
    response["ETag"] = etag_of(content)
    if request.user.is_authenticated:
        response["Cache-Control"] = "private, no-store"
    if request.method != "GET":
        return response
    return get_conditional_response(request, etag=response["ETag"], response=response)


def mark_of_data(data) -> str:
    """The ETag of the answer with this data."""
    return etag_of(_content(data))


def _content(data):
    return json.dumps(data, ensure_ascii=False).encode()


def etag_of(content: bytes) -> str:
    """The mark of a text: the same as `core.middleware.cache_rules` gives to visitors' pages."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def absolute(path) -> str:
    """The address of a path of the portal."""
    return settings.SITE_URL + path


def links_of_pages(request, page, pages) -> str:
    """The header Link (RFC 8288) of a page of a list: the first, the last, those beside it."""
    places = {"first": 1, "prev": page - 1, "next": page + 1, "last": pages}
    found = {rel: number for rel, number in places.items() if 1 <= number <= pages}
    return ", ".join(f'<{_page(request, number)}>; rel="{rel}"' for rel, number in found.items())


def _page(request, number):
    parameters = [(name, value) for name, values in request.GET.lists() if name != "page" for value in values]
    return f"{absolute(request.path)}?{urlencode([*parameters, ('page', number)])}"
