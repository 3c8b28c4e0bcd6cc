"""The six questions as one reader may have them answered: figures for the home page; rows and words beside them."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.languages import under_prefix
from portal.home.questions import (
    IMSMA,
    PLATFORMS,
    QUESTIONS,
    WITHHELD,
    Figure,
    Line,
    PrintedQuestion,
    figures_of,
    list_url,
    view_url,
)
from portal.search.figures import Figures
from portal.taxonomy.models import BarrierKind
from portal.taxonomy.tree import tree_of
from practices.holdings.answers import answered, mine_action_kinds, withheld
from practices.holdings.usual import usual_ladder

ROWS = 3


def questions_for(user, figures: Figures) -> list[PrintedQuestion]:
    """The PrintedQuestions with their figures. Two queries beside those of `figures`."""
    return _questions(figures, _stated_figures(answered(user), withheld(user)))


def answers_for(user, figures: Figures) -> list[PrintedQuestion]:
    """The same, with three rows each, and in words what is no entry. Four queries beside `figures`."""
    reasons = withheld(user)
    questions = _questions(figures, _stated_figures(answered(user), reasons))
    wanted = {number: asked.counted[0].rows for number, asked in enumerate(QUESTIONS, 1) if asked.counted}
    hits = figures.newest(wanted, ROWS)
    lines = {PLATFORMS: _limits(figures), IMSMA: _usual_forms(), WITHHELD: [*_reasons(reasons), _barriers()]}
    return [replace(each, hits=hits.get(each.number, []), lines=lines.get(each.number, [])) for each in questions]


def _questions(figures, stated):
    found = []
    for number, asked in enumerate(QUESTIONS, 1):
        counts = (*stated.get(number, ()), *figures_of(asked, figures))
        url = view_url(asked)
        label = str(asked.view_label) if url else ""
        if not url and counts:
            # Of what owners stated there is no list: that of the entries that are counted beside it.
            url = next((each.url for each in counts if each.url), "")
            label = _("The whole list") if url else ""
        found.append(PrintedQuestion(number, str(asked.text), counts, url, label))
    return found


def _stated_figures(stated, reasons):
    """Of the two questions about what owners stated: what they stated, if anything; what is usual of each kind."""
    label = ngettext(
        "data holding whose owner stated what may go to whom",
        "data holdings whose owners stated what may go to whom",
        stated.answered,
    )
    kinds = len(mine_action_kinds())
    usual = ngettext(
        "kind of its data with what is usual (proposal)", "kinds of its data with what is usual (proposal)", kinds
    )
    why = ngettext(
        "reason to withhold data, as owners stated", "reasons to withhold data, as owners stated", len(reasons)
    )
    found = {IMSMA: [(stated.answered, label), (kinds, usual)], WITHHELD: [(len(reasons), why)]}
    return {number: [Figure(*pair) for pair in pairs if pair[0]] for number, pairs in found.items()}


def _limits(figures):
    """The broad kinds of limits that platforms have, the most frequent first."""
    url = list_url(QUESTIONS[PLATFORMS - 1].counted[0])
    counts = [
        (figures.count("platform", "barrier", node.key), node)
        for node, depth in tree_of(BarrierKind).in_order
        if depth == 0
    ]
    counts = sorted(((count, node) for count, node in counts if count), key=lambda pair: -pair[0])
    return [
        Line(
            _numbered(node.label, ngettext("%d platform", "%d platforms", count) % count),
            f"{url}?barrier={node.key}",
        )
        for count, node in counts[:ROWS]
    ]


def _usual_forms():
    """What usually may go to everyone, of the broad kinds of mine action data."""
    broad = [kind for kind in mine_action_kinds() if kind.parent_id is None][:ROWS]
    steps = [step for step in usual_ladder(broad) if step.audience.key == "public"]
    words = _("%(form)s usually goes to everyone (proposal)")
    url = under_prefix("/imsma/")
    return [Line(_numbered(step.data_kind.label, words % {"form": step.rung.label}), url) for step in steps]


def _reasons(reasons):
    return [
        Line(_numbered(reason.label, ngettext("%d data holding", "%d data holdings", count) % count))
        for reason, count in reasons[:ROWS]
    ]


def _barriers():
    return Line(_("Why requests for data were refused or left without an answer"), under_prefix("/exchange/barriers/"))


def _numbered(name, words):
    return _("%(name)s: %(words)s") % {"name": name, "words": words}
