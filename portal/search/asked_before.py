"""What the search page offers before anything is asked: popular searches, and one's own of this session."""

from django.db.models import Max, Sum
from django.utils import timezone

from .asked import ENOUGH_PEOPLE, since
from .audience import Scope
from .meant import finds
from .models import AskedSearch, SearchState

DAYS = 30
MOST_POPULAR, MOST_LOOKED_AT = 5, 15
MOST_RECENT = 5
SESSION_KEY = "recent_searches"

_kept: dict[int, tuple] = {}


def popular_searches(rank: int) -> list[str]:
    """The words that most people asked for lately, of which each finds something that everybody of this rank may read.

    Kept in memory until anything is projected, or the day ends.
    """
    now = (SearchState.current(), timezone.localdate())
    if not now[0] or rank not in _kept or _kept[rank][0] != now:
        _kept[rank] = (now, [text for text in _asked_most() if finds(text, Scope(rank))][:MOST_POPULAR])
    return _kept[rank][1]


def _asked_most():
    """What at least ENOUGH_PEOPLE asked on one day: of two days nobody knows whether they were other people."""
    rows = AskedSearch.objects.filter(day__gte=since(DAYS)).values("text")
    rows = rows.annotate(most=Max("people"), times=Sum("asked")).filter(most__gte=ENOUGH_PEOPLE)
    return rows.order_by("-times", "text").values_list("text", flat=True)[:MOST_LOOKED_AT]


def recent_searches(request) -> list[str]:
    """What this person searched for since they signed in, the last first; of visitors nothing is kept."""
    return request.session.get(SESSION_KEY, []) if request.user.is_authenticated else []


def note_search(request, text: str) -> None:
    """Keeps the words of a search in the session of who is signed in."""
    if text and request.user.is_authenticated:
        before = recent_searches(request)
        now = [text, *(other for other in before if other != text)][:MOST_RECENT]
        if now != before:
            request.session[SESSION_KEY] = now
