"""Counts searches, and hits that are opened from them, when the answer is out (asked.py, decision 0046)."""

import logging
from urllib.parse import parse_qs, urlsplit

from allauth.account.adapter import get_adapter
from django.urls import reverse

from portal.core.languages import without_prefix

from .analysis import clean
from .asked import count_opened, count_search, counted_text

FOUND = "Portal-Found"
"""Says from view to middleware how many were found, also of a kept answer; it does not leave the portal."""
PAGES_OF_HITS = frozenset({"wagtail_serve", "desk:organisation-detail"})
MOST_CHARACTERS = 500

logger = logging.getLogger(__name__)


def count_searches(get_response):
    """Middleware, outside of kept pages: counts after the answer, whoever gave it. Nobody waits for it, and where it
    fails only the count is wrong."""

    def middleware(request):
        response = get_response(request)
        found = response.get(FOUND)
        del response[FOUND]
        if request.method == "GET" and response.status_code == 200:
            if found is not None:
                response._resource_closers.append(lambda: _safely(_count_search, request, found))
            elif _route(request) in PAGES_OF_HITS and (text := _searched_before(request)):
                response._resource_closers.append(lambda: _safely(count_opened, text))
        return response

    return middleware


def _safely(count, *args):
    try:
        count(*args)
    except Exception:
        logger.exception("a search not counted")


def _count_search(request, found):
    if text := counted_text(clean(request.GET.get("q", ""), MOST_CHARACTERS)):
        count_search(text, who=_who(request), has_result=found != "0")


def _who(request):
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return f"user {user.pk}"
    return f"network {get_adapter(request).get_client_ip(request)}"


def _route(request):
    kept = getattr(request, "kept_route", None)
    return kept or (request.resolver_match.view_name if request.resolver_match else "")


def _searched_before(request):
    """The counted words of the search page of this portal from which the request came; "" where it came from elsewhere.

    Browsers say so to the same site only: https://docs.djangoproject.com/en/6.1/ref/middleware/#referrer-policy
    """
    came_from = urlsplit(request.headers.get("Referer", "")[:2_000])
    if came_from.netloc != request.get_host() or without_prefix(came_from.path) != reverse("search:search"):
        return ""
    return counted_text(clean(parse_qs(came_from.query).get("q", [""])[0], MOST_CHARACTERS))
