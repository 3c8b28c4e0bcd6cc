"""A view behind the code of an event: a wrong code answers as no address, too many of them with 429."""

from functools import wraps

from allauth.core.ratelimit import respond_429
from django.http import Http404

from portal.desk.capture.doors import TooManyCodes, page_for_code


def by_code(view):
    """Wraps `view(request, page, code, …)`: by the code in its address it gets the page of the event."""

    @wraps(view)
    def inner(request, code, **kwargs):
        try:
            page = page_for_code(request, code)
        except TooManyCodes:
            return respond_429(request)
        if page is None:
            raise Http404
        return view(request, page, code, **kwargs)

    return inner
