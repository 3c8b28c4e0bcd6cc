"""What people searched for, for editors: what is asked most, what finds nothing, and what nobody opens."""

from dataclasses import dataclass
from urllib.parse import quote

from django.db.models import Count, F, Max, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.languages import reading_language
from portal.search.asked import since
from portal.search.models import AskedSearch
from portal.search.offers import Offer, beginnings_for
from portal.taxonomy.models import GlossaryTerm

DAYS = 30
MOST = 20
PLACE = "thewords"


@dataclass(frozen=True)
class Asked:
    """Words and how often they were asked for; `steps` is what an editor can make of words that found nothing."""

    text: str
    times: int
    without_result: int
    opened: int
    steps: tuple[Offer, ...] = ()


def search_report(user) -> dict[str, list[Asked]]:
    """By name the lists of the report. Words that one person may have asked for alone, on one day, are in none: they
    may be anything. Four queries."""
    rows = AskedSearch.objects.filter(day__gte=since(DAYS)).values("text")
    rows = rows.annotate(
        times=Sum("asked"), nothing=Sum("without_result"), clicks=Sum("opened"), days=Count("day"), most=Max("people")
    )
    told = rows.filter(Q(days__gt=1) | Q(most__gt=1))
    return {
        "frequent": _asked(told.order_by("-times", "text")),
        "without_result": _asked(told.filter(nothing__gt=0).order_by("-nothing", "text"), _steps(user)),
        "unopened": _asked(told.filter(clicks=0, nothing__lt=F("times")).order_by("-times", "text")),
    }


def _asked(rows, steps=()):
    return [
        Asked(row["text"], row["times"], row["nothing"], row["clicks"], tuple(_with(row["text"], steps)))
        for row in rows[:MOST]
    ]


def _with(text, steps):
    return [Offer(step.text, step.url.replace(PLACE, quote(text))) for step in steps]


def _steps(user):
    """To a need and to a word of the glossary, with PLACE where the words are filled in."""
    add = reverse(GlossaryTerm.snippet_viewset.get_url_name("add"))
    explain = Offer(_("Explain it in the glossary"), f"{add}?term_{reading_language()}={PLACE}")
    return [*beginnings_for(PLACE, user), explain]
