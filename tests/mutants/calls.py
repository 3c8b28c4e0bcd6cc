"""The questions of access in a module: calls of `visible_to(…)` and `can(…)`, by whatever name they were imported."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from portal.core.rooms import ROOMS

ROOT = Path(__file__).parents[2]
THE_DECISION = "portal.access"
"""What answers is no mutant here: tests/access/test_decision.py has each row of its table."""
QUESTIONS = frozenset({"visible_to", "can"})
ASKED_BY = "_ask_access"
"""The function that a switched module calls instead (switch.ask)."""


@dataclass(frozen=True, order=True)
class Call:
    """One question: where it stands, how it is written."""

    path: str
    line: int
    column: int
    source: str

    @property
    def place(self):
        return f"{self.path}:{self.line}:{self.column}"


class Module:
    """The source of a module, and the questions in it; `path` is the one from the root."""

    def __init__(self, path, source):
        self.path, self.source = str(path), source
        self.tree = ast.parse(source)

    @property
    def name(self):
        """Its dotted name."""
        return dotted(Path(self.path))

    @property
    def calls(self):
        """Its Calls, from the first line to the last."""
        return sorted(self.call(node) for node in ast.walk(self.tree) if self.asks(node))

    @property
    def handed_on(self):
        """The lines where a question is named and not called: whoever gets it asks where nobody looks."""
        called = {id(node.func) for node in ast.walk(self.tree) if isinstance(node, ast.Call)}
        return [node.lineno for node in ast.walk(self.tree) if self._names_one(node) and id(node) not in called]

    def switched(self):
        """Its tree, in which ASKED_BY asks each question, and is told the place of it first."""
        return ast.fix_missing_locations(_Switching(self).visit(ast.parse(self.source)))

    def asks(self, node):
        """Whether a node of the tree is a question."""
        return isinstance(node, ast.Call) and self._names_one(node.func)

    def call(self, node):
        """The Call that a node is. Its column is where the name ends: all calls of a chain begin together."""
        source = ast.get_source_segment(self.source, node)
        return Call(self.path, node.func.end_lineno, node.func.end_col_offset, " ".join(source.split()))

    @cached_property
    def _local_names(self):
        imports = [node for node in ast.walk(self.tree) if isinstance(node, ast.ImportFrom)]
        return {each.asname or each.name for node in imports for each in node.names if each.name in QUESTIONS}

    def _names_one(self, node):
        if isinstance(node, ast.Attribute):
            return node.attr in QUESTIONS
        return isinstance(node, ast.Name) and node.id in self._local_names


class _Switching(ast.NodeTransformer):
    def __init__(self, module):
        self.module = module

    def visit_Call(self, node):
        place = self.module.call(node).place if self.module.asks(node) else None
        self.generic_visit(node)
        if place is None:
            return node
        arguments = [ast.Constant(place), node.func, *node.args]
        return ast.copy_location(ast.Call(ast.Name(ASKED_BY, ast.Load()), arguments, node.keywords), node)


def is_asked_in(name):
    """Whether questions of the module of this dotted name are mutants."""
    return name.partition(".")[0] in ROOMS and not f"{name}.".startswith(f"{THE_DECISION}.")


def dotted(path):
    """The name by which the module at a path from the root is imported."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def modules():
    """Every Module of the portal whose questions are mutants."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            place = path.relative_to(ROOT)
            if is_asked_in(dotted(place)):
                yield Module(place, path.read_text(encoding="utf-8"))


def places():
    """The places of all mutants."""
    return [call.place for module in modules() for call in module.calls]
