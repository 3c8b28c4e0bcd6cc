"""Who has, needs, gives and takes which kinds of data: organisations or sectors by kinds. Counts nothing twice."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.languages import in_alphabet
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import DataKind, Sector
from portal.taxonomy.tree import tree_of
from practices.exchange.filters import below
from practices.exchange.links import GIVES, HAS, NEEDS, PART, TAKES, Links, Listed
from practices.exchange.queries.parties import MINE_ACTION, mine_action

MOST_ROWS = 30
EXPECTED = ("cluster", "aor")
"""Sectors that a humanitarian response has: column `kind` of the vocabulary."""
MARKS = (HAS, NEEDS, GIVES, TAKES, PART)
SUPPLY, DEMAND = {HAS, GIVES}, {NEEDS, TAKES}


@dataclass(frozen=True)
class Column:
    """A kind of data with all below it (`pks`); `url` leads to the matrix of what is below. One that `is_general` is of
    the kind itself, without what is below."""

    key: str
    label: str
    pks: frozenset[int]
    url: str
    is_general: bool = False


@dataclass(frozen=True)
class Mark:
    """What is known in a cell: `what` of MARKS, how many entries, in words, and where they are listed."""

    what: str
    count: int
    text: str
    url: str


@dataclass(frozen=True)
class Row:
    """A sector or an organisation; `cells` are lists of Marks, one a column, empty where nothing is known."""

    key: str
    label: str
    url: str
    is_mine_action: bool
    cells: list[list[Mark]]


@dataclass(frozen=True)
class Matrix:
    """The rows of which something is known; `unknown` are the labels of the others, `left_out` how many rows more
    there are, `unplaced` how many flows belong to no row, since nobody's sector is known."""

    columns: list[Column]
    rows: list[Row]
    unknown: list[str]
    left_out: int
    unplaced: int = 0


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


def matrix_of(entries, asked) -> Matrix:
    """The matrix of the Entries, narrowed already, as `asked` wants it: its rows, its direction."""
    columns = columns_for(entries, asked)
    by_sector = asked.rows != "organisation"
    found, placed = _counted(entries, _places(columns), by_sector)
    lines = _sectors() if by_sector else _organisations(entries, found)
    filled = [line for line in lines if _says_something(line, found[line.pk], asked.direction)]
    empty = [line.label for line in lines if line.is_expected and line not in filled]
    shown, marks = filled if by_sector else filled[:MOST_ROWS], Marks(entries, columns, asked)
    unplaced = sum(id(flow) not in placed for flow in entries.flows) if by_sector else 0
    rows = [_row(line, found[line.pk], columns, marks) for line in shown]
    return Matrix(columns, rows, empty, len(filled) - len(shown), unplaced)


def _counted(entries, places, by_sector):
    """`{line: {(column, mark): how many entries}}`, and the ids of the entries that stand somewhere.

    The facts name no entry twice for one line and mark, so that numbers do: of thousands sets would take their time.
    """
    found, placed, columns_of = defaultdict(lambda: defaultdict(int)), set(), {}
    for what, line, entry in facts(entries, by_sector):
        placed.add(id(entry))
        if entry.kinds not in columns_of:
            columns_of[entry.kinds] = {places[pk] for pk in entry.kinds if pk in places}
        for place in columns_of[entry.kinds]:
            found[line][place, what] += 1
    return found, placed


def columns_for(entries, asked):
    """The top of the tree; what is below the one kind that was chosen; the kinds where several were.

    A kind that somebody added, for an entry perhaps, stands here for who may know of an entry of it.
    """
    tree = tree_of(DataKind)
    chosen = [tree.by_key[key] for key in asked.chosen.get("data_kind", ()) if key in tree.by_key]
    if len(chosen) == 1 and (children := _told(tree, chosen[0].pk, entries)):
        general = Column(chosen[0].key, _("%s, in general") % chosen[0].label, frozenset({chosen[0].pk}), "", True)
        return [general, *(_column(tree, node, asked) for node in children)]
    return [_column(tree, node, asked) for node in chosen or _told(tree, None, entries)]


def _told(tree, parent, entries):
    """What stands right below a kind (its primary key), None for the top: of the vocabulary's file, or of an entry."""
    used, kinds = frozenset().union(*(entry.kinds for entry in entries.all)), kept_terms(DataKind)
    nodes = [node for node, _ in tree.in_order if node.parent_id == parent]
    return [node for node in nodes if used & below(tree, node) or (node.is_current and kinds[node.pk].loaded)]


def _column(tree, node, asked):
    return Column(node.key, node.label, below(tree, node), asked.url(data_kind=node.key, part="matrix"))


def _places(columns):
    return {pk: number for number, column in enumerate(columns) for pk in column.pks}


def facts(entries, by_sector):
    """Triples of what, sector or organisation (primary key), and entry."""
    for what, some in ((HAS, entries.holdings), (NEEDS, entries.needs)):
        for entry in some:
            for line in entry.sectors if by_sector else entry.parties:
                yield what, line, entry
    for flow in entries.flows:
        sides = (entries.sectors_of(flow.givers), entries.sectors_of(flow.takers)) if by_sector else None
        gives, takes = sides or (flow.givers, flow.takers)
        yield from ((GIVES, line, flow) for line in gives)
        yield from ((TAKES, line, flow) for line in takes)
        if by_sector:
            yield from ((PART, line, flow) for line in flow.sectors - gives - takes)


@dataclass(frozen=True)
class Line:
    """What a row is of: `filter` and `key` find it in lists."""

    pk: int
    filter: str
    key: str
    label: str
    url: str
    is_mine_action: bool
    is_expected: bool = False


def _sectors():
    return [
        Line(pk, "sector", sector.key, sector.label, "", sector.key == MINE_ACTION, _is_expected(sector))
        for pk, sector in kept_terms(Sector).items()
    ]


def _is_expected(sector):
    """Whether it is missed where nothing is known of it: a cluster or area of responsibility of the vocabulary's file.
    One that somebody added, for an entry perhaps, is told to who may know of the entry."""
    return sector.is_current and bool(sector.loaded) and sector.attributes.get("kind") in EXPECTED


def _organisations(entries, found):
    """Those of which most is known first."""
    own = mine_action()
    lines = [
        Line(pk, "organisation", party.slug, party.name, party.url, not own.isdisjoint(party.sectors))
        for pk, party in entries.parties.items()
        if pk in found
    ]
    weight = {line.pk: sum(found[line.pk].values()) for line in lines}
    return sorted(lines, key=lambda line: (-weight[line.pk], in_alphabet(line.label), line.key))


def _says_something(line, found, direction):
    allowed = _allowed(line.is_mine_action, direction)
    return any(what in allowed for _, what in found)


def _row(line, found, columns, marks):
    cells = [marks.of_cell(line, number, column, found) for number, column in enumerate(columns)]
    return Row(line.key, line.label, line.url, line.is_mine_action, cells)


def _allowed(is_mine_action, direction):
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
        self.listed = _listed(entries, _places(columns), asked.rows != "organisation")

    def of_cell(self, line, number, column, found):
        """The Marks of a line in a column, in the order of MARKS."""
        allowed = _allowed(line.is_mine_action, self.direction)
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
