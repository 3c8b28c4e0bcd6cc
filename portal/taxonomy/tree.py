"""The trees of the vocabularies, kept in memory: broader and narrower terms without queries.

A tree holds until any term is written, by whichever process: `VocabularyVersion` says so in one small query per
`tree_of`. `held()` asks once, when it is first needed, for everything inside it: a batch, or a page that is read.
"""

from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.core.languages import LANGUAGES, reading_language
from portal.taxonomy.models.version import VocabularyVersion
from portal.taxonomy.validity import is_current

_trees = {}
_held = ContextVar("held_version", default=None)


@dataclass(frozen=True)
class Node:
    """A term in its tree: what lists, facets and paths need of it."""

    pk: int
    key: str
    labels: tuple[str, str, str]
    parent_id: int | None
    valid_until: date | None

    @property
    def is_current(self):
        """Whether it may be chosen today: trees are kept longer than a day."""
        return is_current(self.valid_until)

    @property
    def label(self):
        """The label in the reader's language, in English where that is missing."""
        return dict(zip(LANGUAGES, self.labels, strict=True)).get(reading_language()) or self.labels[0]


class Tree:
    """All terms of one vocabulary, by primary key and by key, in the order of the vocabulary."""

    def __init__(self, nodes):
        self.by_pk = {node.pk: node for node in nodes}
        self.by_key = {node.key: node for node in nodes}
        self._children = defaultdict(list)
        for node in nodes:
            self._children[node.parent_id].append(node)

    def ancestors(self, pk) -> list[Node]:
        """The node of `pk` and those above it, from the broadest down; nothing for None."""
        chain = []
        while (node := self.by_pk.get(pk)) and node not in chain:
            chain.append(node)
            pk = node.parent_id
        return chain[::-1]

    def descendants(self, pk) -> list[Node]:
        """The nodes below `pk`, without itself."""
        below = []
        for child in self._children.get(pk, ()):
            below += [child, *self.descendants(child.pk)]
        return below

    @cached_property
    def in_order(self) -> list[tuple[Node, int]]:
        """Every node with its depth, each below its broader one."""
        return list(self._walk(None, 0))

    def _walk(self, pk, depth):
        for node in self._children.get(pk, ()):
            yield node, depth
            yield from self._walk(node.pk, depth + 1)


def tree_of(model) -> Tree:
    """The tree of a vocabulary's class, read again when a term was written since."""
    version = version_in_force()
    known = _trees.get(model)
    if known is None or known[0] != version:
        known = _trees[model] = (version, _read(model))
    return known[1]


def version_in_force():
    """What the vocabularies are at now; inside `held()` what they were at when that was first asked."""
    asked = _held.get()
    if asked is None:
        return VocabularyVersion.current()
    if not asked:
        asked.append(VocabularyVersion.current())
    return asked[0]


@contextmanager
def held():
    """Inside it, the trees count as unchanged: one question for all of a page or a batch, also when nested."""
    outer = _held.get()
    token = _held.set([] if outer is None else outer)
    try:
        yield
    finally:
        _held.reset(token)


def held_while_reading(get_response):
    """Middleware: a page that is read, not written, sees the vocabularies as they were when it first asked."""

    def middleware(request):
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        with held():
            return get_response(request)

    return middleware


def _read(model):
    labels = [f"label_{language}" for language in LANGUAGES]
    rows = model.objects.values_list("pk", "key", *labels, "parent_id", "valid_until")
    return Tree([Node(pk, key, (en, fr, ar), *place) for pk, key, en, fr, ar, *place in rows])
