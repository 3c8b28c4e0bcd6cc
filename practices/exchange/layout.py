"""Where the nodes of the network stand: near what they exchange with, each in a place of its own so that no name lies
on another. The same graph is always drawn the same."""

from functools import lru_cache
from math import ceil

SEED = 7
SPARE = 1.2
"""Places for each node: a few stay empty, so that nodes come nearer to where they belong."""


@lru_cache(maxsize=64)
def places(nodes, edges, columns):
    """`({node: (column, row)}, number of rows)` of node ids and of pairs of them, both tuples, in `columns` columns.

    Kept in memory by what was asked, so nothing of one graph can show in another.
    """
    rows = max(1, ceil(len(nodes) * SPARE / columns))
    wanted = _wanted(nodes, edges)
    free = {(column, row) for column in range(columns) for row in range(rows)}
    found = {}
    # In the order given: the most connected choose first.
    for node in nodes:
        x, y = wanted[node]
        aim = x * (columns - 1), y * (rows - 1)
        found[node] = min(free, key=lambda place: ((place[0] - aim[0]) ** 2 + (place[1] - aim[1]) ** 2, place))
        free.remove(found[node])
    return found, rows


def _wanted(nodes, edges):
    """Where each node would stand if names took no room: shares of 0 to 1, spread evenly."""
    # Here and not above: it takes half a second to import, and most commands draw nothing.
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted(edges))
    at = networkx.spring_layout(graph, seed=SEED, iterations=80)
    return dict(zip(nodes, zip(*(_spread(nodes, at, axis) for axis in (0, 1)), strict=True), strict=True))


def _spread(nodes, at, axis):
    """The ranks of the nodes along an axis, as shares."""
    order = sorted(nodes, key=lambda node: (round(float(at[node][axis]), 6), node))
    last = max(1, len(nodes) - 1)
    ranks = {node: number / last for number, node in enumerate(order)}
    return [ranks[node] for node in nodes]
