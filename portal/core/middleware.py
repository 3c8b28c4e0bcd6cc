"""What every answer carries: a request id for the log, cache rules that fit its reader, nonces in the admin."""

import hashlib
import re
import uuid

from django.middleware.csp import get_nonce
from django.utils.cache import get_conditional_response

from portal.core import logs

SCRIPT = re.compile(rb"<script(?![^>]*\bnonce=)")


def request_id(get_response):
    """Gives each request a random id, which its log lines carry; nothing of the request itself is in it."""

    def middleware(request):
        token = logs.request_id.set(uuid.uuid4().hex[:12])
        try:
            return get_response(request)
        finally:
            logs.request_id.reset(token)

    return middleware


def admin_script_nonces(get_response):
    """Adds the policy's nonce to the scripts of Wagtail's admin, whose templates carry none."""

    def middleware(request):
        response = get_response(request)
        if request.path.startswith(("/admin/", "/django-admin/")) and _is_html(response):
            nonce = str(get_nonce(request) or "").encode()
            response.content = SCRIPT.sub(b'<script nonce="' + nonce + b'"', response.content)
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
        response["Cache-Control"] = "public, no-cache"
        response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        return get_conditional_response(request, etag=response["ETag"], response=response)

    return middleware


def _is_html(response):
    return not response.streaming and response.get("Content-Type", "").startswith("text/html")


def _is_for_everybody(request, response):
    signed_in = getattr(request, "user", None) is not None and request.user.is_authenticated
    return (
        request.method in ("GET", "HEAD")
        and response.status_code == 200
        and not (signed_in or response.streaming or response.cookies or request.path.startswith("/accounts/"))
    )
