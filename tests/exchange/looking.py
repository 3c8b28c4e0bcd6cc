"""The page of the exchange as objects: what its cells, drawing and table say."""

from django.http import QueryDict

from practices.exchange.asked import Asked
from practices.exchange.page import exchange_page

VISITOR = None


def look(query="", user=VISITOR):
    """The ExchangePage that an address gives to somebody."""
    return exchange_page(Asked.of("/exchange/", QueryDict(query)), user)


def cells(query="", user=VISITOR):
    """`{row: {column: {mark: count}}}` of the matrix, by labels, where something is known."""
    matrix = look(query, user).matrix
    found = {}
    for row in matrix.rows:
        for column, marks in zip(matrix.columns, row.cells, strict=True):
            if marks:
                found.setdefault(row.label, {})[column.label] = {mark.what: mark.count for mark in marks}
    return found


def flows(query="", user=VISITOR):
    """The titles of the table, in its order."""
    return [row.title for row in look(query, user).table.rows]


def drawn(query="", user=VISITOR):
    """Names of the nodes, and edges as "source > target", of the wide drawing."""
    drawing = look(query, user).drawings[0]
    names = {each.node.id: each.node.label for each in drawing.nodes}
    edges = [f"{names[edge.source]} > {names[edge.target]}" for edge, *_ in drawing.edges]
    return sorted(names.values()), sorted(edges)
