"""What a template gets instead of a record: only the zones that this reader may read, ready to print."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_info

from portal.access.drafts import writes_all
from portal.access.enums import TO_ALL_MEMBERS, Action, Level, Zone
from portal.access.policy import can, grant_of
from portal.access.readers import reader_of
from portal.core.page_paths import path_of_page
from portal.records.catalogues import ReadThere, read_there
from portal.records.citation import citation_of, licence_of
from portal.records.completeness import empty_fields
from portal.records.named_owners import silence_of
from portal.records.registry import kind_of
from portal.records.related import read_related
from portal.records.shown import Shown, readable_zones, shown_fields
from portal.taxonomy.tree import held

FACTS_IN_HEAD = (
    "owner", "custodian", "countries", "coverage", "years", "sectors", "data_kinds", "evidence", "decision",
    "standards", "tags", "focal_mailbox",
)  # fmt: skip


@dataclass(frozen=True)
class Party:
    """An organisation and its part in the record; no address where the reader may not know of its page."""

    role: str
    name: str
    url: str
    named_as: str = ""


@dataclass(frozen=True)
class Presented:
    """A record for one reader. What they may not read is not in here, so no template can show it."""

    key: UUID
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
    card_level_label: str
    details_readable: bool
    last_confirmed: date | None
    confirm_by: date | None
    unanswered_since: date | None
    published_on: date | None
    updated_on: date | None
    is_demo: bool
    unconfirmed: bool
    licence: Any
    citation: str
    fields: dict[str, Shown] = field(default_factory=dict)
    organisations: tuple[Party, ...] = ()
    sources: tuple[Any, ...] = ()
    read_there: tuple[ReadThere, ...] = ()
    translations: tuple[tuple[str, str], ...] = ()
    edit_url: str = ""
    index_path: str = ""
    may_write: bool = False
    """Whether its reader writes all of it outside the admin (portal.desk.contribute)."""
    completeness: tuple[str, ...] | None = None
    may_withdraw: bool = False
    owner_told_on: date | None = None
    owner_not_asked: bool = False
    may_be_used: bool = False
    opened_to_reader: bool = False
    opened_until: datetime | None = None

    @property
    def is_confirmation_due(self):
        """Whether the day has passed by which it was to be confirmed again."""
        return self.confirm_by is not None and self.confirm_by < timezone.localdate()

    @property
    def facts(self):
        """The key facts of the head: where, when, whom it concerns, how sure."""
        return [self.fields[name] for name in FACTS_IN_HEAD if name in self.fields]

    @property
    def to_ask(self):
        """Name and address of whom to ask for what is closed, in a tuple: its owner, else who keeps it, else an
        organisation that has a part in it; an empty tuple where the card names none."""
        parties = [pair for name in ("owner", "custodian") if name in self.fields for pair in self.fields[name].values]
        return tuple([*parties, *((party.name, party.url) for party in self.organisations)][:1])


def present(record, user, identity=None):
    """`record` (a page of a registered kind) for `user`, who may know of it; `identity` where its row is known already.

    Each zone is asked of the one decision; fields of a zone that is refused are left out.
    """
    with held():
        identity = identity or record.identity
        read_related(record, identity, user)
        return _presented(record, user, identity)


def texts_in(presented) -> frozenset[str]:
    """The texts of a Presented record: what one of them points at is read for all."""
    return frozenset(field.value for field in presented.fields.values() if isinstance(field.value, str))


def _presented(record, user, identity):
    kind = kind_of(record)
    record.read_identity = identity
    zones = readable_zones(identity, user)
    fields = shown_fields(record, kind, zones, user)
    return Presented(
        key=record.key,
        kind=kind.key,
        kind_label=str(kind.label),
        icon=kind.icon,
        index_path=kind.index_path,
        code=identity.code,
        # Of what this reader is shown: a mark for something else would tell that there is something else.
        unconfirmed=any(field.unconfirmed for field in fields.values()),
        licence=licence_of(record, identity),
        citation=citation_of(record, identity),
        fields=fields,
        organisations=_parties(record, fields),
        **_sources(record, zones),
        **_of_page(record),
        **_levels(identity, zones),
        **_opened(identity, zones, user),
        **_for_who_may_edit(record, identity, user),
        may_write=_may_write(kind, identity, zones, user),
        **_owners_silence(identity),
        may_be_used=kind.may_be_used,
        may_withdraw=identity.withdrawn_at is None and can(user, Action.WITHDRAW, identity),
    )


def _sources(record, zones):
    """What it rests on, and when that was last read, for readers of its details."""
    if Zone.DETAILS not in zones:
        return {}
    return {"sources": tuple(record.sources.all()), "read_there": read_there(record)}


def _of_page(record):
    """What the page itself says on its card: words, language, days."""
    info = get_language_info(record.locale.language_code)
    return {
        "title": record.title,
        "summary": record.summary,
        "url": path_of_page(record),
        "lang": info["code"],
        "dir": "rtl" if info["bidi"] else "ltr",
        "last_confirmed": record.reviewed_on,
        "confirm_by": record.review_due_on,
        "unanswered_since": record.unanswered_since,
        "published_on": _day(record.first_published_at),
        "updated_on": _day(record.last_published_at),
        "is_demo": record.is_demo,
        "translations": _translations(record),
    }


def _levels(identity, zones):
    """Who reads the details is told who else does; who sees only the card is told who sees that."""
    listed, details = Level(identity.listed_to), Level(identity.details_to)
    level = details if Zone.DETAILS in zones else listed
    return {
        "level": level.value,
        "level_label": str(level.label),
        "card_level_label": str(listed.label) if level is not listed else "",
        "details_readable": Zone.DETAILS in zones,
    }


def _opened(identity, zones, user):
    """Whether the details are open to this reader beyond their level, and until when (None: until that is ended)."""
    if Zone.DETAILS not in zones or Level(identity.details_to) in TO_ALL_MEMBERS:
        return {}
    grant = grant_of(user, identity)
    return {"opened_to_reader": True, "opened_until": grant.until} if grant else {}


def _may_write(kind, identity, zones, user):
    """As `may_write` says it of what is published, but for who only runs what it is about; no query where the row was
    read for this reader. Editors have the admin."""
    if kind.short is None or Zone.DETAILS not in zones or identity.withdrawn_at is not None:
        return False
    reader = reader_of(user)
    return reader.is_member and not reader.is_editor and bool(reader.organisation_ids) and writes_all(user, identity)


def _day(moment):
    return moment.date() if moment else None


def _parties(record, fields):
    """The organisations with their parts; each leads where the field of all organisations says."""
    if "organisations" not in fields:
        return ()
    shown = fields["organisations"]
    pages = dict(zip(shown.value, shown.values, strict=True))
    rows = (Party(row.role.label, *pages[row.organisation], row.named_as) for row in record.organisations.all())
    # Two that were merged may have had the same part.
    return tuple(dict.fromkeys(rows))


def _translations(record):
    """Pairs of language code and address, of the languages in which the record is published, its own among them."""
    if not record.pk:
        return ()
    pairs = sorted((page.language, path_of_page(page)) for page in record.published_languages)
    return tuple(pairs) if len(pairs) > 1 else ()


def _owners_silence(identity):
    """What is said of owners of its data that did not answer, where everyone may know of it: when they were told, or
    that nobody was asked."""
    if identity.listed_to != Level.PUBLIC:
        return {}
    told_on, is_not_asked = silence_of(identity)
    return {"owner_told_on": told_on, "owner_not_asked": is_not_asked}


def _for_who_may_edit(record, identity, user):
    if not can(user, Action.EDIT, identity):
        return {}
    return {
        "edit_url": reverse("wagtailadmin_pages:edit", args=[record.pk]),
        "completeness": tuple(empty_fields(record)),
    }
