"""Answers when something is wrong: in the language of the address, without database, session or path.

An address that leads nowhere and one that a reader may not know of answer with the same bytes, headers included.
"""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from portal.core.languages import PREFIXED

NOT_FOUND = 404
HEADERS = {"Cache-Control": "private, no-store", "Vary": "Cookie", "X-Frame-Options": "DENY"}


def language_of(request):
    """The language that the address names by its prefix; English without one."""
    first = request.path_info.split("/", 2)[1:2]
    return first[0] if first and first[0] in PREFIXED else settings.LANGUAGE_CODE


def error_page(request, status):
    """The page of that status; sets every header that would differ between two reasons."""
    language = language_of(request)
    with translation.override(language):
        content = render_to_string(f"{status}.html").encode()
    headers = {**HEADERS, "Content-Language": language, "Content-Length": str(len(content))}
    return HttpResponse(content, status=status, headers=headers)


def bad_request(request, exception=None):
    """400, or 413 for a form or file that is too large."""
    return error_page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request, exception=None):
    return error_page(request, 403)


def csrf_failure(request, reason=""):
    """A form whose token is missing or old: the reason would help nobody but an attacker."""
    return error_page(request, 403)


def not_found(request, exception=None):
    return error_page(request, NOT_FOUND)


def too_many(request):
    """429 of allauth's limits on sign-in, sign-up and password mails."""
    return error_page(request, 429)


def server_error(request):
    return error_page(request, 500)
