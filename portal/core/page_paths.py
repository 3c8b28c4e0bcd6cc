"""The addresses of pages, with one question for the roots of the site and not one for each page.

Wagtail keeps the roots in the cache, which in production is a table of the database, and asks it anew for each page
object whose address is wanted without a request.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction

_roots = ContextVar("roots_of_site", default=None)


class Roots:
    """What Wagtail writes the roots of the site on, as it does on a request."""


def path_of_page(page) -> str:
    """The path of a page under the prefix of its own language; "" where it cannot be reached. The portal is one site,
    so no host is needed."""
    parts = page.get_url_parts(_roots.get())
    return (parts and parts[2]) or ""


def without_restriction(pages):
    """Those of a queryset of pages that Wagtail restricts to nobody, neither themselves nor above: as its own `public`
    says, which asks for all restrictions at once whenever it is said."""
    here = PageViewRestriction.objects.annotate(below=ExpressionWrapper(OuterRef("path"), CharField()))
    return pages.filter(~Exists(here.filter(below__startswith=F("page__path"))))


@contextmanager
def roots_held():
    """Inside it the roots of the site are read once, when they are first needed; also when nested."""
    token = _roots.set(_roots.get() or Roots())
    try:
        yield
    finally:
        _roots.reset(token)


def roots_held_while_reading(get_response):
    """Middleware: for a page that is read, not written, the roots of the site count as unchanged."""

    def middleware(request):
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        with roots_held():
            return get_response(request)

    return middleware
