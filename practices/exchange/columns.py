"""The columns of the matrix: kinds of data, each with all below it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import DataKind
from portal.taxonomy.tree import tree_of
from practices.exchange.filters import below


@dataclass(frozen=True)
class Column:
    """A kind of data with all below it (`pks`); `url` leads to the matrix of what is below. One that `is_general` is of
    the kind itself, without what is below."""

    key: str
    label: str
    pks: frozenset[int]
    url: str
    is_general: bool = False


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


def places_of(columns):
    """By kind of data (its primary key), the number of the column in which it stands."""
    return {pk: number for number, column in enumerate(columns) for pk in column.pks}
