"""The network as a drawing: numbers for the SVG of templates/exchange/network.html, no colours and no words of it."""

from dataclasses import dataclass
from math import hypot
from unicodedata import bidirectional

from django.utils.translation import get_language_bidi

from practices.exchange.graph import Edge, Graph, Node
from practices.exchange.layout import places

RADIUS, GAP, BEND = 7, 5, 0.12
"""Of a node, between it and the tip of an arrow, how far an edge bends (a share of its length)."""
STRONG = ("L", "R", "AL")
"""Letters that have a direction: the first one decides."""
LINE = 15
"""Between two lines of a label."""


@dataclass(frozen=True)
class Size:
    """A drawing's measures in pixels, and how much goes into it: `letters` in each line of a name."""

    name: str
    width: int
    columns: int
    row: int
    letters: int
    most: int


WIDE = Size("wide", 1080, 6, 84, 24, 36)
NARROW = Size("narrow", 350, 2, 78, 22, 14)


@dataclass(frozen=True)
class Drawn:
    """A node with its middle and the lines of its name, pairs of text and height."""

    node: Node
    x: int
    y: int
    lines: list[tuple[str, int]]

    @property
    def direction(self):
        """In which the name is read: of its first letter, whatever the language of the page."""
        kinds = (bidirectional(letter) for letter in self.node.label)
        return "rtl" if next((kind for kind in kinds if kind in STRONG), "L") != "L" else "ltr"


@dataclass(frozen=True)
class Drawing:
    """What a template draws: `edges` are triples of Edge, path and words."""

    size: Size
    height: int
    nodes: list[Drawn]
    edges: list[tuple[Edge, str, str]]
    left_out: int


def drawing_of(graph: Graph, size: Size) -> Drawing:
    """The Drawing of the largest part of a graph; in Arabic it is mirrored."""
    graph = graph.largest(size.most)
    pairs = tuple((edge.source, edge.target) for edge in graph.edges)
    at, rows = places(tuple(node.id for node in graph.nodes), pairs, size.columns)
    points = {node.id: _point(*at[node.id], size) for node in graph.nodes}
    nodes = [Drawn(node, *points[node.id], _lines(node.label, points[node.id][1], size)) for node in graph.nodes]
    names = {node.id: node.label for node in graph.nodes}
    edges = [(edge, _path(points[edge.source], points[edge.target]), edge.words(names)) for edge in graph.edges]
    return Drawing(size, rows * size.row, nodes, edges, graph.left_out)


def _point(column, row, size):
    """The middle of a place; every second row stands a little aside, so that edges miss nodes."""
    step = size.width / size.columns
    x = round(step * (column + 0.5) + (row % 2 - 0.5) * step * 0.16)
    return size.width - x if get_language_bidi() else x, row * size.row + 20


def _path(start, end):
    """A bent line from border to border of two nodes; the way back bends to the other side."""
    (x, y), (to_x, to_y) = start, end
    length = hypot(to_x - x, to_y - y)
    across, along = (to_x - x) / length, (to_y - y) / length
    middle = (x + to_x) / 2 - along * length * BEND, (y + to_y) / 2 + across * length * BEND
    begin, stop = _towards(start, middle, RADIUS), _towards(end, middle, RADIUS + GAP)
    return "M{} {}Q{} {} {} {}".format(*(round(each) for each in (*begin, *middle, *stop)))


def _towards(point, other, distance):
    length = hypot(other[0] - point[0], other[1] - point[1])
    return tuple(a + (b - a) / length * distance for a, b in zip(point, other, strict=True))


def _lines(label, y, size):
    """The name in at most two lines, cut where it is longer."""
    lines, rest = [], label.split()
    while rest and len(lines) < 2:
        line = rest.pop(0)
        while rest and len(line) + 1 + len(rest[0]) <= size.letters:
            line = f"{line} {rest.pop(0)}"
        lines.append(line)
    if lines and (rest or len(lines[-1]) > size.letters):
        lines[-1] = f"{lines[-1][: size.letters - 1]}…"
    lines = [line if len(line) <= size.letters else f"{line[: size.letters - 1]}…" for line in lines]
    return [(line, y + RADIUS + LINE * (number + 1)) for number, line in enumerate(lines)]
