"""What the portal answers to a visitor, asked by the portal itself: through every layer, kept pages too."""

from contextvars import copy_context
from functools import cache
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponseBase
from django.utils.encoding import iri_to_uri


def answer_to_visitor(path: str) -> HttpResponseBase:
    """The answer to somebody without account or cookie who asks for this path (with its query) of the portal.

    Nobody closes it, so that it leaves no line in the audit log: the portal does not refuse itself.
    """
    request = WSGIRequest(_environment(path))
    # In a context of its own: the language, and the id of the request around, stay as they are.
    return copy_context().run(_handler().get_response, request)


def text_of(response: HttpResponseBase) -> str:
    """All that it says."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode("utf-8", errors="replace")


@cache
def _handler():
    return WSGIHandler()


def _environment(path):
    site, (address, _mark, query) = urlsplit(settings.SITE_URL), iri_to_uri(path).partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "QUERY_STRING": query,
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "HTTP_HOST": site.netloc,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
    }
