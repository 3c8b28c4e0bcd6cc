"""The network: organisations and platforms as nodes, flows and bridges between them as edges."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.languages import in_alphabet
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import FlowState
from practices.platforms.enums import Direction

ORGANISATION, PLATFORM, WORDS = "organisation", "platform", "words"
FLOW, BRIDGE = "flow", "bridge"


@dataclass(frozen=True)
class Node:
    """An organisation, a platform, or a side of a flow that is known in words only. `id` is the same at each visit."""

    kind: str
    id: str
    label: str
    title: str
    url: str = ""
    lang: str = ""


class Edge(NamedTuple):
    """Data go from one node to another (`source`, `target` are ids); `takes_place` where one of the `count` does."""

    source: str
    target: str
    kind: str
    count: int
    takes_place: bool

    def words(self, names):
        """What it says, by the `names` of nodes: “Centre to Office: 2 flows”."""
        between = _("%(source)s to %(target)s") % {"source": names[self.source], "target": names[self.target]}
        if self.kind == BRIDGE:
            number = ngettext("%(number)d bridge", "%(number)d bridges", self.count) % {"number": self.count}
        else:
            number = ngettext("%(number)d flow", "%(number)d flows", self.count) % {"number": self.count}
        return _("%(what)s: %(more)s") % {"what": between, "more": number}


@dataclass(frozen=True)
class Graph:
    """Nodes, the most connected first, and edges; `left_out` is how many nodes more there are."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    left_out: int = 0

    def largest(self, most):
        """The graph of at most `most` nodes, those that have most edges, without such as have none among these."""
        rank = {node.id: number for number, node in enumerate(self.nodes)}
        later = sorted((max(rank[edge.source], rank[edge.target]), edge.source, edge.target) for edge in self.edges)
        kept = set()
        for _rank, *pair in later:
            if len(kept.union(pair)) <= most:
                kept.update(pair)
            if len(kept) == most:
                break
        edges = [edge for edge in self.edges if edge.source in kept and edge.target in kept]
        nodes = [node for node in self.nodes if node.id in kept]
        return Graph(nodes, edges, len(self.nodes) - len(nodes))


def graph_of(entries, bridges, ends, asked) -> Graph:
    """The Graph of the flows of the Entries and of `bridges`; `ends` are the platforms that the reader may know of, by
    key. A flow through a platform goes into it and out of it again."""
    building = Building(entries, ends, asked)
    running = {pk for pk, state in kept_terms(FlowState).items() if state.flag("takes_place")}
    for flow in entries.flows:
        building.add_flow(flow, flow.state in running)
    for bridge in bridges:
        building.add_bridge(bridge)
    return building.graph()


class Building:
    """Gathers nodes and edges."""

    def __init__(self, entries, ends, asked):
        self.entries, self.ends, self.asked = entries, ends, asked
        self.nodes, self.parties, self.pairs = {}, {}, defaultdict(list)

    def add_flow(self, flow, takes_place):
        sides = [self._party(flow.giver, flow.giver_note, flow), self._party(flow.taker, flow.taker_note, flow)]
        through = self._platform(flow.through)
        way = [node for node in (sides[0], through, sides[1]) if node]
        for source, target in pairwise(way):
            self._join(source, target, FLOW, takes_place)
            if flow.two_way:
                self._join(target, source, FLOW, takes_place)

    def add_bridge(self, bridge):
        here, there = self._platform(bridge.source), self._platform(bridge.target)
        if here and there and bridge.direction != Direction.IN:
            self._join(here, there, BRIDGE, bridge.runs)
        if here and there and bridge.direction != Direction.OUT:
            self._join(there, here, BRIDGE, bridge.runs)

    def graph(self):
        edges = sorted(Edge(*pair, len(found), any(found)) for pair, found in self.pairs.items())
        weights = Counter()
        for edge in edges:
            weights[edge.source] += edge.count
            weights[edge.target] += edge.count
        nodes = [node for node in self.nodes.values() if weights[node.id]]
        nodes.sort(key=lambda node: (-weights[node.id], in_alphabet(node.label), node.id))
        return Graph(nodes, edges)

    def _join(self, source, target, kind, takes_place):
        if source.id != target.id:
            self.pairs[source.id, target.id, kind].append(takes_place)

    def _party(self, pk, words, flow):
        if pk in self.parties:
            return self.parties[pk]
        if pk:
            party = self.entries.parties[pk]
            url = self.asked.url(part="table", organisation=party.slug) if party.slug else ""
            node = Node(ORGANISATION, f"o {party.slug or party.name}", party.short_name, party.name, url)
            self.parties[pk] = self._node(node)
            return self.parties[pk]
        return self._node(Node(WORDS, f"w {words}", words, words, lang=flow.lang)) if words else None

    def _platform(self, key):
        end = self.ends.get(key)
        return self._node(Node(PLATFORM, f"p {key}", end.title, end.title, end.url, end.lang)) if end else None

    def _node(self, node):
        return self.nodes.setdefault(node.id, node)
