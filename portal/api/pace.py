"""How often a program may ask in a minute: each token for itself, visitors by their network. Of both only a keyed
digest is kept, for two minutes."""

import math
import time
from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

MINUTE = 60
VISITOR, TOKEN, WRONG = "visitor", "token", "wrong"


@dataclass(frozen=True)
class Left:
    """By which of the settings one is counted; `number` of requests left until so many `seconds` have passed, -1 when
    this is one too many."""

    name: str
    most: int
    number: int
    seconds: int


def left_for(request) -> Left:
    """What is left after this request, which is counted. Networks from which tokens come that are none may ask no more
    of these than visitors of them could."""
    now = time.time()
    name = TOKEN if request.headers.get("Authorization") else VISITOR
    most = settings.API_REQUESTS_A_MINUTE[name]
    number = max(most - _counted(name, _who(name, request), now), -1)
    if name == TOKEN and cache.get(_key(WRONG, _who(WRONG, request), now), 0) > settings.API_REQUESTS_A_MINUTE[VISITOR]:
        number = -1
    return Left(name, most, number, MINUTE - math.floor(now % MINUTE))


def count_wrong(request):
    """Counts a token that is none for its network: nobody guesses for long, or fills the store of counts."""
    _counted(WRONG, _who(WRONG, request), time.time())


def _who(name, request):
    return request.headers["Authorization"] if name == TOKEN else get_adapter(request).get_client_ip(request)


def _counted(name, who, now):
    """How often this was asked in this minute, with this time."""
    key = _key(name, who, now)
    if cache.add(key, 1, 2 * MINUTE):
        return 1
    try:
        return cache.incr(key)
    except ValueError:
        # It has just ended.
        return 1


def _key(name, who, now):
    digest = salted_hmac(f"portal.api.pace {math.floor(now / MINUTE)}", f"{name} {who}", algorithm="sha256")
    return f"api:{digest.hexdigest()}"
