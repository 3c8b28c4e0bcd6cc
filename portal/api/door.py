"""What every request to the interface passes: no cookie counts, each asks only so often, and whatever goes wrong is
said as a problem, also where it goes wrong before or beside the interface itself."""

import json

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.utils import translation

from portal.api.pace import MINUTE, count_wrong, left_for
from portal.api.problems import CONTENT_TYPE, body_of, problem

ROOM, FOR_PEOPLE = "/api/v1/", "/api/v1/docs"
OF_COOKIES = ("HTTP_COOKIE", "HTTP_X_CSRFTOKEN")


def door(get_response):
    """Middleware. It stands outside of what keeps answers and of what makes error pages."""

    def middleware(request):
        if not is_for_programs(request):
            return get_response(request)
        for name in OF_COOKIES:
            request.META.pop(name, None)
        left = left_for(request)
        with translation.override(language_of(request)):
            response = _too_many(left) if left.number < 0 else _said_as_problem(_answered(get_response, request))
        if response.status_code == 401:
            count_wrong(request)
        return _with_headers(response, language_of(request), left)

    def process_view(request, view, args, kwargs):
        """Who asks is told by a token alone, and the language by `Accept-Language`."""
        if is_for_programs(request):
            request.user = AnonymousUser()
            translation.activate(language_of(request))

    middleware.process_view = process_view
    return middleware


def is_for_programs(request) -> bool:
    """Whether the address is one of the interface, and not the page about it."""
    return request.path_info.startswith(ROOM) and request.path_info != FOR_PEOPLE


def language_of(request) -> str:
    """The language that the program asks for, English where it asks for none of ours."""
    return translation.get_language_from_request(request)


def _answered(get_response, request):
    """The answer; to HEAD that to GET without its content, as operations know only the latter."""
    if request.method != "HEAD":
        return get_response(request)
    request.method = "GET"
    response = get_response(request)
    request.method = "HEAD"
    response.headers.setdefault("Content-Length", str(len(response.content)))
    length, response.content = response["Content-Length"], b""
    response["Content-Length"] = length
    return response


def _too_many(left):
    return problem(429, headers={"Retry-After": str(left.seconds), "Cache-Control": "private, no-store"})


def _said_as_problem(response):
    """The same answer, with its page put as a problem. What is not there has no other words than what one may not know
    of: where a view said more, that is not told."""
    status = response.status_code
    if status < 400 or (status != 404 and response.get("Content-Type", "").startswith(CONTENT_TYPE)):
        return response
    if response.streaming:
        response = HttpResponse(status=status, headers=dict(response.items()))
    response.content = json.dumps(body_of(status), ensure_ascii=False)
    response["Content-Type"] = CONTENT_TYPE
    response["Content-Length"] = str(len(response.content))
    return response


def _with_headers(response, language, left):
    response["Content-Language"] = language
    response["Vary"] = "Authorization, Accept-Language"
    # The page is what a search engine should show.
    response["X-Robots-Tag"] = "noindex"
    response["RateLimit-Policy"] = f'"{left.name}";q={left.most};w={MINUTE}'
    response["RateLimit"] = f'"{left.name}";r={max(left.number, 0)};t={left.seconds}'
    return response


def absent(request):
    """The answer of an address that there is not."""
    return problem(404)
