"""Whole answers to visitors, kept until anything is written (docs/decisions/0007).

Only what `middleware.cache_rules` has marked as public is kept. An answer is found by the generation that was read
before it was made: one that was made while somebody wrote stands under a generation that nobody asks for any more.
"""

import hashlib
import logging
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpResponse
from django.middleware.csp import get_nonce
from django.utils import timezone
from django.utils.cache import get_conditional_response

from portal.core.generation import generation

PUBLIC = "public, no-cache"
VARIES = frozenset({"cookie", "accept-language"})
"""What an answer may vary on: a request with a cookie is never kept, the languages asked for are part of the key."""
LONGEST_QUERY, LARGEST = 1_000, 250_000
"""Characters of a query, bytes of an answer, beyond which nothing is kept."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kept:
    """An answer of 200, with the name of the view that gave it, for the log."""

    content: bytes
    headers: tuple[tuple[str, str], ...]
    route: str

    def response(self, request):
        """What the visitor gets: the answer, or 304 where they have it already."""
        request.kept_route = self.route
        response = HttpResponse(self.content, headers=dict(self.headers))
        return get_conditional_response(request, etag=response["ETag"], response=response)


def kept_pages(get_response):
    """Middleware, outside of the cache rules: answers what it has, and keeps what it may."""
    if settings.DEBUG:
        raise MiddlewareNotUsed("Whoever writes templates wants to see them.")

    def middleware(request):
        key = _key(request) if _is_from_visitor(request) else None
        if key is None:
            return get_response(request)
        if (kept := _ask(key)) is not None:
            return kept.response(request)
        response = get_response(request)
        if _may_keep(request, response):
            _keep(key, request, response)
        return response

    return middleware


def _is_from_visitor(request):
    """Whether whoever asks brings nothing by which they could be known, and asks for a page.

    Inside a transaction nothing is kept: what an answer shows might be taken back.
    """
    return (
        request.method in ("GET", "HEAD")
        and not (request.headers.get("Cookie") or request.headers.get("Authorization"))
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and not request.path.startswith(settings.ADDRESSES_NEVER_KEPT)
        and not connection.in_atomic_block
    )


def _key(request):
    """A digest of generation, host, address with its language, languages asked for and day; None without generation."""
    try:
        now = generation()
    except Exception:
        # A page that needs no database is given without one, whatever keeps it away.
        now = ""
    if not now:
        return None
    asked = (request.scheme, request.get_host(), request.path, request.META.get("QUERY_STRING", ""))
    varied = (request.headers.get("Accept-Language", ""), timezone.localdate().isoformat())
    return hashlib.sha256(repr((now, asked, varied)).encode()).hexdigest()


def _may_keep(request, response):
    """Whether the answer is the same for every visitor: said by the cache rules, and nothing of one request in it."""
    messages = getattr(request, "_messages", None)
    return (
        request.method == "GET"
        and response.status_code == 200
        and response.get("Cache-Control") == PUBLIC
        and response.has_header("ETag")
        and not (response.streaming or response.cookies or hasattr(response, "_csp_config"))
        and not (get_nonce(request) or "CSRF_COOKIE" in request.META or (messages and messages.added_new))
        and {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()} <= VARIES
        and len(response.content) <= LARGEST
    )


def _ask(key):
    try:
        return caches["pages"].get(key)
    except Exception:
        logger.exception("kept pages not read")
        return None


def _keep(key, request, response):
    match = request.resolver_match
    kept = Kept(response.content, tuple(response.items()), match.view_name if match else "")
    try:
        caches["pages"].set(key, kept)
    except Exception:
        logger.exception("page not kept")
