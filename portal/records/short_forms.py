"""The short form of a kind: at most eight questions on two screens of four, for who has ten minutes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_QUESTIONS = 4
"""On one screen."""
SCREENS = 2


@dataclass(frozen=True)
class Rows:
    """Rows of a page as part of a question: of each row only these fields are asked."""

    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class OwnQuestion:
    """A question that no field of the page answers as it stands, such as “whose data are they?”.

    `make()` gives a form field, `read(page, organisation)` its value, `write(page, value, organisation)` puts it into
    the page; `organisation` is that of the person who writes, or None.
    """

    make: Callable[[], Any]
    read: Callable[[Any, Any], Any]
    write: Callable[[Any, Any, Any], None]
    is_organisation: bool = False
    """Whether an organisation is chosen, of those that the writer may know of: `make()` then gives the options of its
    field, `read` its primary key, and `write` gets that or the organisation."""


Question = tuple[str | Rows, ...]
"""Fields and rows that are asked together."""


@dataclass(frozen=True)
class Moves:
    """How the form shows rows whose place is more than the order in which they were written, and what moves them.

    `in_order(rows)` gives them as they are shown. `words(row)` says a heading, which stands above the first row that
    has it, and the row itself in a line. `ways(row, rows, page)` are pairs of a key and the words of a button;
    `move(rows, row, way)` moves it and gives all rows in their new order. An unknown way moves nothing.
    """

    in_order: Callable[[list], list]
    words: Callable[[Any], tuple[str, str]]
    ways: Callable[[Any, list, Any], list[tuple[str, str]]]
    move: Callable[[list, Any, str], list]
    help_text: Any = ""


def name_of(part: str | Rows) -> str:
    """The name of a part of a question: of a field, of rows, or of a question of the kind's own."""
    return part.name if isinstance(part, Rows) else part


@dataclass(frozen=True)
class ShortForm:
    """`screens` are the questions; `needed` the names without which it cannot be sent for review (a draft may)."""

    screens: tuple[tuple[Question, ...], ...]
    needed: tuple[str, ...] = ()
    own: Mapping[str, OwnQuestion] = field(default_factory=dict)
    is_for_all: bool = False
    """Whether its text is meant for everybody: while there is no line, a draft may be kept on its writer's device."""
    title: Callable[[dict], str] | None = None
    """Makes the title of the answers to the first screen, where none is asked for."""
    fill: Callable[[Any, Any], None] = lambda page, organisation: None
    """Fills what follows from the answers, whenever a draft is saved."""
    also_needed: Callable[[Any], Iterable[str]] = lambda page: ()
    """Names of questions that a draft must answer beside `needed`, by what else it says."""
    wrong_in: Callable[[dict], Mapping[str, Any]] = lambda answers: {}
    """By field, a sentence on what cannot be right in the answers that were changed."""
    wrong_with: Callable[[Any, dict], Mapping[str, Any]] = lambda page, answers: {}
    """The same of all answers of a screen, by what the page says elsewhere."""
    carried: tuple[str, ...] = ()
    """Parameters of the address of a new form that say what it begins with."""
    prefill: Callable[[Any, Any, Any], Mapping[str, Any]] = lambda page, user, parameters: {}
    """Puts into a new page what the parameters (a QueryDict) name, as far as its writer may know of it; returns what
    the form asks for besides, by field."""
    of_runners: tuple[str, ...] = ()
    """Names of the fields and rows that those may change, too, whom a published entry names to run what it is about
    (portal.access.runners): of its content alone, and nothing that says who may see it or who runs it."""
    moves: Mapping[str, Moves] = field(default_factory=dict)
    """By the name of rows, what moves them."""
    files: frozenset[tuple[str, str]] = frozenset()
    """Pairs of the name of rows and of their field: files that members add, with the checks of every upload."""
    is_owner: Callable[[dict], bool] = lambda answers: False
    """Whether who writes says by the first screen that their organisation owns what the entry is about."""
    comes_of: Callable[[Any, Any], Iterable[Any]] = lambda page, user: ()
    """What the page joins or comes of, of which `user` may know (`.title .url .lang .kind_label`): said on the first
    screen, for who came there from one of these."""

    def names(self):
        """The fields, rows and own questions that it asks for."""
        return [name_of(part) for part in self._parts()]

    def _parts(self):
        return [part for screen in self.screens for question in screen for part in question]

    def problems(self, model):
        """What is wrong with it, as texts for developers: too long, or asking for what `model` has not."""
        known = {each.name: each for each in model._meta.get_fields()}
        if len(self.screens) != SCREENS or any(len(screen) > MOST_QUESTIONS for screen in self.screens):
            yield f"has not {SCREENS} screens of at most {MOST_QUESTIONS} questions"
        for part in self._parts():
            yield from _unknown(part, known, self.own)
        if "title" not in self.names() and self.title is None:
            yield "neither asks for a title nor makes one"
        for name in set(self.of_runners) - {*known}:
            yield f"lets those who run it change {name!r}, which is no field"
        for name in set(self.needed) - {*self.names()}:
            yield f"needs {name!r} and does not ask for it"


def _unknown(part, known, own):
    name = name_of(part)
    if name not in known and name not in own:
        yield f"asks for {name!r}, which is no field"
    elif isinstance(part, Rows):
        inner = {each.name for each in known[name].related_model._meta.get_fields()}
        for missing in sorted(set(part.fields) - inner):
            yield f"asks for {name}.{missing}, which is no field"
