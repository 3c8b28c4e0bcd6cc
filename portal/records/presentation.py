"""What a template gets instead of a record: only the zones that this reader may read, ready to print."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language_info

from portal.access.enums import Action, Level, Zone
from portal.access.policy import can
from portal.records.citation import citation_of, licence_of
from portal.records.completeness import empty_fields
from portal.records.registry import kind_of
from portal.records.values import printed

FACTS_IN_HEAD = ("countries", "coverage", "years", "sectors", "data_kinds", "evidence", "decision", "standards", "tags")


@dataclass(frozen=True)
class Shown:
    """One field as a page prints it; `values` are pairs of text and address ("" where it leads nowhere)."""

    name: str
    label: str
    value: Any
    values: tuple[tuple[str, str], ...]
    unconfirmed: bool = False


@dataclass(frozen=True)
class Party:
    """An organisation and its part in the record."""

    role: str
    name: str
    url: str


@dataclass(frozen=True)
class Presented:
    """A record for one reader. What they may not read is not in here, so no template can show it."""

    kind: str
    kind_label: str
    icon: str
    code: str
    title: str
    summary: str
    url: str
    lang: str
    dir: str
    level: str
    level_label: str
    details_readable: bool
    last_confirmed: date | None
    confirm_by: date | None
    published_on: date | None
    updated_on: date | None
    is_demo: bool
    unconfirmed: bool
    licence: Any
    citation: str
    fields: dict[str, Shown] = field(default_factory=dict)
    organisations: tuple[Party, ...] = ()
    sources: tuple[Any, ...] = ()
    links: tuple[Any, ...] = ()
    edit_url: str = ""
    completeness: tuple[str, ...] | None = None

    @property
    def facts(self):
        """The key facts of the head: who, where, when, how fine."""
        return [self.fields[name] for name in FACTS_IN_HEAD if name in self.fields]


def present(record, user):
    """`record` (a page of a registered kind) for `user`, who may know of it: raises nothing, tells nothing more.

    Each zone is asked of the one decision; fields of a zone that is refused are left out.
    """
    kind, identity = kind_of(record), record.identity
    zones = _readable_zones(record, user)
    may_edit = can(user, Action.EDIT, record)
    info = get_language_info(record.locale.language_code)
    level = Level(identity.listed_to)
    return Presented(
        kind=kind.key,
        kind_label=str(kind.label),
        icon=kind.icon,
        code=identity.code,
        title=record.title,
        summary=record.summary,
        url=record.get_url() or "",
        lang=info["code"],
        dir="rtl" if info["bidi"] else "ltr",
        level=level.value,
        level_label=str(level.label),
        details_readable=Zone.DETAILS in zones,
        last_confirmed=record.reviewed_on,
        confirm_by=record.review_due_on,
        published_on=record.first_published_at and record.first_published_at.date(),
        updated_on=record.last_published_at and record.last_published_at.date(),
        is_demo=record.is_demo,
        unconfirmed=bool(record.unconfirmed_fields),
        licence=licence_of(record),
        citation=citation_of(record, identity),
        fields=_shown_fields(record, kind, zones),
        organisations=_parties(record),
        sources=tuple(record.sources.all()) if Zone.DETAILS in zones else (),
        edit_url=reverse("wagtailadmin_pages:edit", args=[record.pk]) if may_edit else "",
        completeness=tuple(empty_fields(record)) if may_edit else None,
    )


def _readable_zones(record, user):
    zones = {Zone.CARD}
    if can(user, Action.READ, record):
        zones.add(Zone.DETAILS)
    if can(user, Action.READ_OWN, record):
        zones.add(Zone.OWNER)
    return zones


def _shown_fields(record, kind, zones):
    shown = {}
    for each in kind.fields:
        if each.zone in zones and (value := each.value(record)) not in (None, "", [], ()):
            unconfirmed = each.name in record.unconfirmed_fields
            shown[each.name] = Shown(each.name, str(each.label), value, printed(value, each.facet), unconfirmed)
    return shown


def _parties(record):
    rows = record.organisations.select_related("organisation", "role")
    return tuple(Party(row.role.label, row.organisation.name, row.organisation.get_absolute_url()) for row in rows)
