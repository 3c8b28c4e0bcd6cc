"""What a row says beside its page: who may see it, who owns and keeps it, its address."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from portal.access.enums import Level
from portal.transfer.bringing.columns.state import (
    ACCESS,
    CUSTODIAN,
    LAST,
    LEVELS,
    NAMED,
    OWNER,
    QUESTIONS,
    SLUG,
    beside,
)
from portal.transfer.bringing.putting import Change
from portal.transfer.bringing.wrong import Refused, Wrong

PARTIES = (OWNER, CUSTODIAN)
OF_ENTRY = (*PARTIES, SLUG)
"""What an entry has once, when it is new."""


@dataclass
class State:
    """`asked` are the arguments of `ask_access` (None: nothing is asked for), `parties` those of `register_record`,
    `slug` the address that an administrator brings, `level` who may see what is no page."""

    asked: dict[str, Any] | None = None
    parties: dict[str, Any] = field(default_factory=dict)
    slug: str = ""
    level: str = ""


def put_state(plan, base, by_name, kind, known, organisation):
    """Reads the columns beside the page from texts (by name); notes in `plan` what they ask for and what is wrong."""
    values = {}
    for column in beside(kind)[1]:
        if column.name in by_name:
            values[column.name] = _read(plan, base, column, by_name[column.name], known)
    changed = {name: value for name, value in values.items() if value is not None}
    plan.state.parties = _parties(base, changed, kind, known, organisation)
    plan.state.slug, plan.state.level = changed.get(SLUG, ""), changed.get(LEVELS[0], "")
    asked = {name: changed[name] for name in ACCESS if name in changed}
    if asked and kind.is_page:
        plan.state.asked = _asked(base, asked, known)
        _require_order(plan, by_name)


def _read(plan, base, column, text, known):
    """The value of a text that says something else than is; None for what changes nothing, and for what is wrong."""
    before = base.state[column.name]
    if text == before:
        return None
    try:
        value = column.read(text, known)
        after = column.cell.write(value, known)
        if after == before or not (text or _may_be_emptied(column, base)):
            return None
        _require_allowed(column, base, known)
    except Refused as refused:
        plan.wrong.append(Wrong(plan.number, column.name, text, refused.why, refused.allowed))
        return None
    plan.changes.append(Change(column.name, str(column.label), before, after))
    # What is emptied counts as said.
    return value if value is not None else ""


def _may_be_emptied(column, base):
    """Whether an empty cell says something: levels and parties are never nothing, and what is new has nothing yet."""
    return not base.is_new and column.name in ACCESS and column.name not in LEVELS


def _require_allowed(column, base, known):
    if column.is_admin and not known.is_admin:
        raise Refused(_("Only administrators bring this."), _("Leave the cell as it was."))
    if column.name in OF_ENTRY and base.identity is not None and not base.is_placeholder:
        raise Refused(_("This is not changed by a file."), _("Change it on the page of the entry."))


def _parties(base, changed, kind, known, organisation):
    """Who keeps and who owns a new entry: as an administrator says, else the organisation that it is brought for."""
    said = {name: known.organisations[changed[name]] for name in PARTIES if changed.get(name)}
    if known.is_admin or organisation is None or not base.is_new:
        return said
    answers = {name: own.read(base.page, organisation) for name, own in kind.short.own.items()}
    return {CUSTODIAN: organisation} | ({OWNER: organisation} if kind.short.is_owner(answers) else {})


def _asked(base, said, known):
    """The arguments of `ask_access`: what is said, and what is so already."""
    values = {name: said.get(name, _usual(base, name, known)) for name in ACCESS}
    answers = {name: _answer(values[name]) for name in QUESTIONS}
    named = [known.organisations[pk] for pk in values[NAMED]]
    version = base.identity.version if base.identity and not base.is_placeholder else None
    return {**{name: values[name] for name in LEVELS}, **answers, "named": named, "version": version}


def _usual(base, name, known):
    column = next(column for column in LAST if column.name == name)
    return column.read(base.state[name], known)


def _answer(value):
    return None if value in (None, "") else bool(value)


def _require_order(plan, by_name):
    listed, details = (plan.state.asked[name] for name in LEVELS)
    if Level(details or Level.OWNER).rank < Level(listed or Level.OWNER).rank:
        why = _("More people would read it than may know of it.")
        plan.wrong.append(Wrong(plan.number, LEVELS[1], by_name.get(LEVELS[1], ""), why))
