"""Until when access may rest on an agreement. What an agreement says, the room that knows agreements tells."""

from dataclasses import dataclass
from datetime import datetime

_readers = []


@dataclass(frozen=True)
class Runs:
    """That an agreement is in force; `until` is the moment at which it ends, None where no end was set; `parties` are
    the primary keys of the organisations that it names."""

    until: datetime | None = None
    parties: frozenset[int] = frozenset()

    def carries(self, grant):
        """Whether a Grant may rest on it: held by one of its parties, within one, or by a person in nobody's name."""
        held_by = grant.organisation_id or grant.within_id
        return held_by is None or held_by in self.parties


def on_running(read):
    """Has `read(identity)` asked whether the agreement with this identity is in force: a Runs, or None."""
    if read not in _readers:
        _readers.append(read)
    return read


def running(identity) -> Runs | None:
    """The Runs of the agreement with this identity; None when it is not in force, withdrawn, or no agreement."""
    if identity.withdrawn_at is not None:
        return None
    return next(filter(None, (read(identity) for read in _readers)), None)
