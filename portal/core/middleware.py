"""What every request and answer passes: a log line, input that can be read, cache rules, nonces in the admin."""

import hashlib
import logging
import re
import time
import uuid

from django.conf import settings
from django.middleware.csp import get_nonce
from django.utils.cache import get_conditional_response
from django.utils.csp import build_policy

from portal.core import logs
from portal.core.errors import NOT_FOUND, bad_request, error_page
from portal.core.kept_pages import PUBLIC

SCRIPT = re.compile(rb"<script(?![^>]*\bnonce=)")
GIVEN_ID = re.compile(r"[0-9a-f]{12,32}")
LONGEST_QUERY = 50_000
"""Characters of a query string: room for 8,000 letters of Arabic, which a browser sends as six characters each."""

logger = logging.getLogger("portal.requests")


def request_id(get_response):
    """Gives each request an id, which its log lines carry, and logs method, route, status and milliseconds.

    The id is random or nginx's own (X-Request-ID). The line names the route and never the address, which may hold
    a token or what somebody searched for.
    """

    def middleware(request):
        given = request.headers.get("X-Request-ID", "")
        # Not reset at the end: Django logs an answer of 400 and above when this middleware has already returned.
        logs.request_id.set(given if GIVEN_ID.fullmatch(given) else uuid.uuid4().hex[:12])
        begun = time.monotonic()
        response = get_response(request)
        _log(request, response, begun)
        return response

    return middleware


def _log(request, response, begun):
    match = getattr(request, "resolver_match", None)
    facts = {
        "method": request.method if request.method.isalpha() and len(request.method) < 10 else "-",
        "route": (match and match.view_name) or getattr(request, "kept_route", "") or "-",
        "status": response.status_code,
        "ms": round((time.monotonic() - begun) * 1000),
    }
    logger.info("request", extra={"facts": facts})


def readable_requests(get_response):
    """Answers 400 before anything else to a NUL character or an endless query, which databases and files refuse."""

    def middleware(request):
        query = request.META.get("QUERY_STRING", "")
        has_nul = "\x00" in request.path_info or "\x00" in query or "%00" in query
        if not has_nul and len(query) <= LONGEST_QUERY:
            return get_response(request)
        response = bad_request(request)
        response["Content-Security-Policy"] = build_policy(settings.SECURE_CSP)
        return response

    return middleware


def same_absence(get_response):
    """Makes all answers of 404 alike: body, cookies and headers tell nothing of the reason.

    Pages get the one page of their language; other types (JSON) keep their body, which their views make alike.
    """

    def middleware(request):
        response = get_response(request)
        if response.status_code != NOT_FOUND or settings.DEBUG:
            return response
        absent = error_page(request, NOT_FOUND)
        if not response.streaming and not _is_html(response):
            absent.content = response.content
            absent["Content-Type"] = response.get("Content-Type", "text/plain")
            absent["Content-Length"] = str(len(response.content))
        return absent

    return middleware


def admin_script_nonces(get_response):
    """Adds the policy's nonce to the scripts of Wagtail's admin, whose templates carry none."""

    def middleware(request):
        response = get_response(request)
        if request.path.startswith(("/admin/", "/django-admin/")) and _is_html(response):
            # Written out first: a nonce that was not yet asked for counts as false.
            nonce = str(get_nonce(request)).encode()
            response.content = SCRIPT.sub(b'<script nonce="' + nonce + b'"', response.content)
            # CommonMiddleware counted before: with the old length the browser cuts off the end of the page.
            response["Content-Length"] = str(len(response.content))
        return response

    return middleware


def cache_rules(get_response):
    """Visitors' pages may be kept and are asked again with an ETag; everything else is never stored.

    The ETag is made from the finished answer, so after the access decision: a page that was narrowed since
    can never be confirmed by an old one.
    """

    def middleware(request):
        response = get_response(request)
        if response.has_header("Cache-Control"):
            return response
        if not _is_for_everybody(request, response):
            response["Cache-Control"] = "private, no-store"
            return response
        response["Cache-Control"] = PUBLIC
        response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        return get_conditional_response(request, etag=response["ETag"], response=response)

    return middleware


def _is_html(response):
    return not response.streaming and response.get("Content-Type", "").startswith("text/html")


def _is_for_everybody(request, response):
    if request.method not in ("GET", "HEAD") or response.status_code != 200 or response.streaming or response.cookies:
        return False
    if getattr(request, "is_makeshift", False):
        return False
    # Asked last: it may need the session, and so the database, which an error page must not.
    user = getattr(request, "user", None)
    return not ("/accounts/" in request.path or (user is not None and user.is_authenticated))
