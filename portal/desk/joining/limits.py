"""How often one may ask, by ACCOUNT_RATE_LIMITS; beyond it the answer is 429."""

from functools import wraps

from allauth.core import ratelimit


def limited(action):
    """Wraps a view: what is sent counts for `action`, by network address or account."""

    def decorate(view):
        @wraps(view)
        def inner(request, *args, **kwargs):
            return too_often(request, action, key=kwargs.get("token")) or view(request, *args, **kwargs)

        return inner

    return decorate


def too_often(request, action, key=None):
    """The answer 429 when this was asked too often, else None. Reading a page never counts."""
    return ratelimit.consume_or_429(request, action=action, key=key)
