"""The six questions of the workshop of March 2019, verbatim, each with what the portal can say to it today.

A figure is one that its reader may know: the total of the list that it leads to, or what the page behind it counts
(portal/home/answers.py).
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from portal.core.languages import under_prefix
from portal.home.navigation import has_view
from portal.records.registry import kind as kind_by_key
from portal.search.figures import Newest

OF_MINE_ACTION = ("sector", "mine_action")


@dataclass(frozen=True)
class Counted:
    """Entries of a kind that a question counts: all, those with a value of a facet, or (`without`) those without it."""

    kind: str
    label: Any
    facet: str = ""
    value: str = ""
    without: bool = False

    @property
    def rows(self):
        """What its newest entries are looked for by."""
        return Newest(self.kind, self.facet, self.value)


@dataclass(frozen=True)
class Asked:
    """A question: what it counts, first what its rows are of; `view`, the page that answers it whole, and that page's
    name. Where `view` does not exist yet, the first list stands for it."""

    text: Any
    view: str
    view_label: Any
    counted: tuple[Counted, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A count in words, with the list behind it ("" where there is none)."""

    count: int
    label: str
    url: str = ""


@dataclass(frozen=True)
class Line:
    """Something that is no entry, in words; `url` is "" where it leads nowhere."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class PrintedQuestion:
    """A question as pages print it. `lines` say in words what is no entry; `url` is "" while nothing answers it."""

    number: int
    text: str
    figures: tuple[Figure, ...] = ()
    url: str = ""
    url_label: str = ""
    hits: list = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def figure(self):
        """The first figure, for who shows one; None while there is nothing to count."""
        return self.figures[0].count if self.figures else None

    @property
    def figure_label(self):
        return self.figures[0].label if self.figures else ""


HOLDINGS_OF_MINE_ACTION = ngettext_lazy("data holding of mine action", "data holdings of mine action")
HOLDINGS_OF_OTHERS = ngettext_lazy("data holding of others", "data holdings of others")
NEEDS_OF_MINE_ACTION = ngettext_lazy("data need of mine action", "data needs of mine action")
NEEDS_OF_OTHERS = ngettext_lazy("data need of others", "data needs of others")
QUESTIONS = (
    Asked(
        _("What is currently happening in terms of data exchange between mine action and other organisations?"),
        "/flows/",
        _("All data flows"),
        (Counted("flow", ngettext_lazy("data flow known", "data flows known")),),
    ),
    Asked(
        _("What are the key data/trends that MA have and others need to plan and deliver better?"),
        "/exchange/?direction=from_mine_action",
        _("What mine action has, and others need"),
        (
            Counted("holding", HOLDINGS_OF_MINE_ACTION, *OF_MINE_ACTION),
            Counted("need", NEEDS_OF_OTHERS, *OF_MINE_ACTION, without=True),
        ),
    ),
    Asked(
        _("What is the key data that others have and MA need to plan and deliver better?"),
        "/exchange/?direction=to_mine_action",
        _("What others have, and mine action needs"),
        (
            Counted("need", NEEDS_OF_MINE_ACTION, *OF_MINE_ACTION),
            Counted("holding", HOLDINGS_OF_OTHERS, *OF_MINE_ACTION, without=True),
        ),
    ),
    Asked(
        _(
            "What are the current platforms to exchange this data and what are their limitations? "
            "Can preexisting databases be connected?"
        ),
        "/platforms/",
        _("Platforms, their limits and what they connect to"),
        (Counted("platform", ngettext_lazy("platform known", "platforms known")),),
    ),
    Asked(
        _(
            "IMSMA, the information-management system on mine action records very useful data. However, it is owned by "
            "national authorities and confidential. What part of IMSMA can be integrated with other databases?"
        ),
        "/imsma/",
        _("What part of IMSMA can go to whom"),
    ),
    Asked(
        _(
            "What data is considered classified or withheld due to security concerns, and how much can be shared with "
            "relevant humanitarian organisations and affected people?"
        ),
        "/exchange/withheld/",
        _("What is withheld, why, and what one can do"),
        (
            Counted(
                "case_study",
                ngettext_lazy("case study that met a security barrier", "case studies that met a security barrier"),
                *("barrier", "security"),
            ),
        ),
    ),
)
PLATFORMS, IMSMA, WITHHELD = 4, 5, 6
"""The numbers of the questions that say more than they count."""


def figures_of(asked, figures) -> tuple[Figure, ...]:
    """The Figures of a question, those that count something; `figures` are the search's, for one reader."""
    counts = [(each, _count(each, figures)) for each in asked.counted]
    return tuple(Figure(count, str(each.label % count), list_url(each)) for each, count in counts if count)


def _count(counted, figures):
    if not counted.facet:
        return figures.total(counted.kind)
    count = figures.count(counted.kind, counted.facet, counted.value)
    return figures.total(counted.kind) - count if counted.without else count


def list_url(counted):
    """The list of just what is counted."""
    url = under_prefix(f"/{kind_by_key(counted.kind).index_path}/")
    return f"{url}?{counted.facet}{'!' if counted.without else ''}={counted.value}" if counted.facet else url


def view_url(asked):
    """The page that answers a question whole; "" as long as there is none."""
    if asked.counted and list_url(asked.counted[0]) == under_prefix(asked.view):
        return under_prefix(asked.view)
    return under_prefix(asked.view) if has_view(asked.view.partition("?")[0]) else ""
