"""The six questions of the workshop of March 2019, verbatim, each with what the portal can say to it today."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

CASES = "case_study"


@dataclass(frozen=True)
class Asked:
    """A question, and the list that its figure counts: what `words` find, else case studies (with a facet's value)."""

    text: Any
    figure_label: Any
    facet: str = ""
    value: str = ""
    words: str = ""

    @property
    def parameters(self):
        """The query of the list."""
        if self.words:
            return {"q": self.words}
        return {"kind": CASES} | ({self.facet: self.value} if self.facet else {})


@dataclass(frozen=True)
class Question:
    """A question as the home page prints it: the figure is None, and there is no address, while nothing answers it."""

    number: int
    text: str
    figure: int | None = None
    figure_label: str = ""
    url: str = ""


QUESTIONS = (
    Asked(
        _("What is currently happening in terms of data exchange between mine action and other organisations?"),
        ngettext_lazy("case study of an exchange", "case studies of exchanges"),
    ),
    Asked(
        _("What are the key data/trends that MA have and others need to plan and deliver better?"),
        ngettext_lazy("case study with data on explosive hazards", "case studies with data on explosive hazards"),
        "data_kind",
        "hazards",
    ),
    Asked(
        _("What is the key data that others have and MA need to plan and deliver better?"),
        ngettext_lazy("case study with data on displacement", "case studies with data on displacement"),
        "data_kind",
        "displacement_sites",
    ),
    Asked(
        _(
            "What are the current platforms to exchange this data and what are their limitations? "
            "Can preexisting databases be connected?"
        ),
        ngettext_lazy("case study that met a technical barrier", "case studies that met a technical barrier"),
        "barrier",
        "technical",
    ),
    Asked(
        _(
            "IMSMA, the information-management system on mine action records very useful data. However, it is owned by "
            "national authorities and confidential. What part of IMSMA can be integrated with other databases?"
        ),
        ngettext_lazy("entry that speaks of IMSMA", "entries that speak of IMSMA"),
        words="IMSMA",
    ),
    Asked(
        _(
            "What data is considered classified or withheld due to security concerns, and how much can be shared with "
            "relevant humanitarian organisations and affected people?"
        ),
        ngettext_lazy("case study that met a security barrier", "case studies that met a security barrier"),
        "barrier",
        "security",
    ),
)


def questions_with_figures(cases, total_of):
    """The Questions, with figures for one reader. Each is the total of the list that its address opens.

    `cases` is the search's Result for their whole list of case studies, `total_of(words)` says how many entries they
    find by words.
    """
    return [_question(number, asked, _count(asked, cases, total_of)) for number, asked in enumerate(QUESTIONS, 1)]


def _question(number, asked, figure):
    if not figure:
        return Question(number, str(asked.text))
    url = f"{reverse('search:search')}?{urlencode(asked.parameters)}"
    return Question(number, str(asked.text), figure, str(asked.figure_label % figure), url)


def _count(asked, cases, total_of):
    if asked.words:
        return total_of(asked.words)
    if not asked.facet:
        return cases.total
    return next((hits.count for hits in cases.facets.get(asked.facet, ()) if hits.value.value == asked.value), 0)
