"""The marks in the cells of the matrix: what is known there, how many entries, in words, and where they are listed."""

from dataclasses import dataclass

from django.utils.translation import ngettext

from portal.taxonomy.models import Sector
from portal.taxonomy.tree import tree_of
from practices.exchange.columns import places_of
from practices.exchange.links import GIVES, HAS, NEEDS, PART, TAKES, Links, Listed

MARKS = (HAS, NEEDS, GIVES, TAKES, PART)
SUPPLY, DEMAND = {HAS, GIVES}, {NEEDS, TAKES}


@dataclass(frozen=True)
class Mark:
    """What is known in a cell: `what` of MARKS, how many entries, in words, and where they are listed."""

    what: str
    count: int
    text: str
    url: str


def words_for(what, count):
    """What a mark says: “3 holdings”."""
    if what == HAS:
        text = ngettext("%(number)d holding", "%(number)d holdings", count)
    elif what == NEEDS:
        text = ngettext("%(number)d need", "%(number)d needs", count)
    elif what == GIVES:
        text = ngettext("gives in %(number)d flow", "gives in %(number)d flows", count)
    elif what == TAKES:
        text = ngettext("takes in %(number)d flow", "takes in %(number)d flows", count)
    else:
        text = ngettext("named in %(number)d flow", "named in %(number)d flows", count)
    return text % {"number": count}


def allowed_in(is_mine_action, direction):
    """Of one direction a row shows what it gives or what it gets, and not both."""
    if not direction:
        return set(MARKS)
    return SUPPLY if is_mine_action == (direction == "from_mine_action") else DEMAND


class Marks:
    """Makes the Marks of cells: words and addresses, of which there may be thousands, are put together once."""

    def __init__(self, entries, columns, asked):
        self.direction = asked.direction
        self.words = {}
        self.links = Links(asked, {state for _, state in entries.closed})
        self.listed = _listed(entries, places_of(columns), asked.rows != "organisation")

    def of_cell(self, line, number, column, found):
        """The Marks of a line in a column, in the order of MARKS."""
        allowed = allowed_in(line.is_mine_action, self.direction)
        counts = ((what, found.get((number, what), 0)) for what in MARKS if what in allowed)
        return [self._mark(what, count, line, number, column) for what, count in counts if count]

    def _mark(self, what, count, line, number, column):
        url = self.links.of_mark(what, line, column, self.listed.get((what, line.pk, number)))
        return Mark(what, count, self._said(what, count), url)

    def _said(self, what, count):
        if (what, count) not in self.words:
            self.words[what, count] = words_for(what, count)
        return self.words[what, count]


def _listed(entries, places, by_sector):
    """By mark, line and column, how a list has more than what is counted there; nothing where it has just that."""
    found, beside = {}, _sectors_beside() if by_sector else _organisations_beside
    for what, some in ((HAS, entries.holdings), (NEEDS, entries.needs)):
        for entry in some:
            columns = {places[kind] for kind in entry.kinds if kind in places}
            for line, is_counted in beside(entry):
                for column in columns:
                    _note(found, (what, line, column), is_counted)
    return found


def _note(found, cell, is_counted):
    if is_counted:
        found[cell] = Listed.MIXED
    else:
        found.setdefault(cell, Listed.MORE)


def _organisations_beside(entry):
    return ((pk, False) for pk in entry.partners)


def _sectors_beside():
    """What gives, of an entry, pairs of each sector above one of its own and whether that is its own as well."""
    tree, above = tree_of(Sector), {}

    def beside(entry):
        if entry.sectors not in above:
            broader = {node.pk for pk in entry.sectors for node in tree.ancestors(pk) if node.pk != pk}
            above[entry.sectors] = [(pk, pk in entry.sectors) for pk in broader]
        return above[entry.sectors]

    return beside
