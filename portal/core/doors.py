"""One door: sign-in is allauth's alone. An address one is not entitled to answers as one that does not exist."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.views.decorators.cache import cache_control

personal_link = cache_control(private=True, no_store=True)
"""Wraps each view that a link in somebody's mail leads to: what it shows is for them alone, and until the link ends."""


def absent(request, *args, **kwargs):
    """The answer of an address that does not exist."""
    raise Http404


def entitled_only(permission):
    """Wraps a view: visitors go to the sign-in page; those signed in without `permission` find nothing there."""

    def decorate(view):
        @wraps(view)
        def inner(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.has_perm(permission):
                raise Http404
            return view(request, *args, **kwargs)

        return inner

    return decorate
