"""What a run may change in a holding: what the last run wrote and nobody edited since."""

from dataclasses import dataclass, field
from typing import Any

from portal.harvest.mapping.organisations import Organisations

from .fields import FIELDS, as_now

NOTHING = ("", None, [])


@dataclass
class Compared:
    """By field: what is to be written, with the value of before; what was edited and stays, with what the catalogue
    says; and what is written down as the catalogue's word from now on."""

    to_write: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)
    written: dict[str, Any] = field(default_factory=dict)


def compared(*, now: dict, last: dict, said: dict, organisations: Organisations) -> Compared:
    """Compares what an entry says `now` in each field with what the `last` run wrote and what the catalogue `said`.

    A field of which the last run wrote nothing counts as written empty, so that a field added later is filled where it
    is empty and left where somebody filled it.
    """
    last, said = _with_merged(as_now(last), organisations), as_now(said)
    found = Compared(written=dict(last))
    for name in FIELDS:
        here, there, before = now[name], said.get(name), last.get(name)
        if _same(here, there):
            found.written[name] = there
        elif _same(here, before):
            found.to_write[name], found.before[name], found.written[name] = there, here, there
        else:
            found.kept[name] = there
    return found


def _same(one, other):
    return one == other or (one in NOTHING and other in NOTHING)


def _with_merged(values, organisations):
    """Organisations that were merged into others since are these others."""
    rows = values.get("organisations")
    if not rows:
        return values
    return {**values, "organisations": sorted([organisations.now(code), *rest] for code, *rest in rows)}
