"""How often one may ask, by ACCOUNT_RATE_LIMITS. Beyond it the answer is 429, or as ever while nothing is sent."""

from functools import wraps

from allauth.core import ratelimit

# The public part has no names for these: that reading a page counts; and of the newer kind of address the part that a
# network has as a whole.
from allauth.core.internal.ratelimit import consume, get_ip
from django.http import Http404

LINK, WRONG_LINK = "answer_link", "answer_link_wrong"


def limited(action):
    """Wraps a view: what is sent counts for `action`, by network address or account."""

    def decorate(view):
        @wraps(view)
        def inner(request, *args, **kwargs):
            return too_often(request, action, key=kwargs.get("token")) or view(request, *args, **kwargs)

        return inner

    return decorate


def limited_link(view):
    """Wraps a view behind a signed link: what is sent by one link counts for that link alone, and only links that are
    not ours, or have ended, for the network, so that nobody there shuts out the others."""

    @wraps(view)
    def inner(request, *args, token, **kwargs):
        if full := too_often(request, LINK, key=token):
            return full
        try:
            return view(request, *args, token=token, **kwargs)
        except Http404:
            full = too_often(request, WRONG_LINK)
            if not full:
                raise
            # Links that are made up leave nothing behind by which somebody could fill the store of counts.
            ratelimit.clear(request, action=LINK, key=token)
            return full

    return inner


def too_often(request, action, key=None):
    """The answer 429 when this was asked too often, else None. Reading a page never counts."""
    return ratelimit.consume_or_429(request, action=action, key=key)


def may_open(request, action, *, is_counted=True) -> bool:
    """Whether an address may be opened once more by who asks, where that costs something or is how one guesses;
    `is_counted` is whether this is one more."""
    app = "allauth.account"
    return bool(consume(request, app=app, action=action, limit_get=True, dry_run=not is_counted))


def may_guess(request, action) -> bool:
    """Whether something that is guessed by opening addresses may be tried once more from this network."""
    return may_open(request, action, is_counted=False)


def count_guess(request, action):
    """Counts a wrong guess."""
    may_open(request, action)


def is_used_up(request, action, whom, by=None):
    """Whether somebody was asked for too often: by one asker (`by`, else the network address), or by all of them.

    Two limits, since with the second alone anybody could use it up for everybody else: `action` counts the pair, and
    `<action>_in_all`, which no single asker reaches in a day, the one who is asked for.
    """
    pair = f"{whom} {by}" if by else key_with_network(request, whom)
    counts = ((action, pair), (f"{action}_in_all", whom))
    return not all(ratelimit.consume(request, action=name, key=key) for name, key in counts)


def key_with_network(request, key):
    """What counts for `key` as asked from one network address."""
    return f"{key} {get_ip(request)}"
