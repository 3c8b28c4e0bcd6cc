"""Who has, needs, gives and takes which kinds of data: organisations or sectors by kinds. Counts nothing twice."""

from collections import defaultdict
from dataclasses import dataclass

from portal.core.languages import in_alphabet
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Sector
from practices.exchange.cells import Mark, Marks, allowed_in
from practices.exchange.columns import Column, columns_for, places_of
from practices.exchange.links import GIVES, HAS, NEEDS, PART, TAKES
from practices.exchange.queries.parties import MINE_ACTION, mine_action

MOST_ROWS = 30
EXPECTED = ("cluster", "aor")
"""Sectors that a humanitarian response has: column `kind` of the vocabulary."""


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


def matrix_of(entries, asked) -> Matrix:
    """The matrix of the Entries, narrowed already, as `asked` wants it: its rows, its direction."""
    columns = columns_for(entries, asked)
    by_sector = asked.rows != "organisation"
    found, placed = _counted(entries, places_of(columns), by_sector)
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
    allowed = allowed_in(line.is_mine_action, direction)
    return any(what in allowed for _, what in found)


def _row(line, found, columns, marks):
    cells = [marks.of_cell(line, number, column, found) for number, column in enumerate(columns)]
    return Row(line.key, line.label, line.url, line.is_mine_action, cells)
