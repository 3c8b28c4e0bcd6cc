"""Which lists can be taken away: that of each kind, the search over all of them, the lessons."""

from portal.records.registry import kinds

from .lessons import Lessons
from .records import Everything, OfOneKind
from .source import Source

EVERYTHING, LESSONS = "search", "lessons"


def is_source(name: str) -> bool:
    """Whether a list of this name can be taken away."""
    return name in {EVERYTHING, LESSONS, *(kind.index_path for kind in kinds())}


def source_of(name, parameters, user) -> Source | None:
    """The list of that name as the parameters (a QueryDict) ask for it; None where there is none."""
    if name == EVERYTHING:
        return Everything(name, parameters, user)
    if name == LESSONS:
        return Lessons(name, parameters, user)
    kind = next((kind for kind in kinds() if kind.index_path == name), None)
    return kind and OfOneKind(name, parameters, user, kind)
