"""What one may see of the record at the other end of a link: its card, asked of the access decision."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from portal.access.models import RecordIdentity
from portal.core.languages import reading_language, under_prefix
from portal.core.together import read_together
from portal.records.addresses import path_of
from portal.records.models import RecordPage
from portal.records.registry import kind, kinds


@dataclass(frozen=True)
class End:
    """A record at the end of a link, as far as its card goes."""

    key: UUID
    kind: str
    kind_label: str
    icon: str
    code: str
    title: str
    url: str
    lang: str


@dataclass(frozen=True)
class Cards:
    """What one may know of some records, by identity key: their Ends, and their days: that on which each takes place,
    else that on which it was begun here."""

    ends: dict[UUID, End]
    days: dict[UUID, date]


def ends_for(keys, user):
    """`{key: End}` of the records, of those with these identity keys, that `user` may know of. One query."""
    return cards_for(keys, user).ends


def cards_for(keys, user) -> Cards:
    """The Cards of the records, of those with these identity keys, that `user` may know of; of a record in several
    languages that in the reader's. One query: identities, pages, days, and each kind that is no page."""
    if not (keys := set(keys)):
        return Cards({}, {})
    identities, *parts = read_together(RecordIdentity.objects.visible_to(user).filter(pk__in=keys), *_parts(keys))
    known = {identity.key: identity for identity in identities}
    return Cards(_ends(known, parts), _days(known, parts))


def ends_of(identities):
    """The Ends of identities by key, of which it was asked already that the reader may know of them. One query."""
    return _ends(identities, read_together(*_parts(identities))) if identities else {}


def _parts(keys):
    """Querysets of the published records with these keys: pages, those of each kind that is no page, and of each kind
    that has days its pages with theirs."""
    yield RecordPage.objects.live().filter(translation_key__in=keys).annotate(**LANGUAGE).only(*OF_PAGES)
    for its in _others():
        rows = its.live().filter(key__in=keys)
        yield rows.annotate(**LANGUAGE) if hasattr(its.model, "locale") else rows
    for its in _with_days():
        rows = its.live().filter(**{f"{its.key_field}__in": keys, f"{its.day}__isnull": False})
        yield rows.annotate(key_of_day=F(its.key_field), day_itself=F(its.day)).only("pk")


OF_PAGES = ("translation_key", "title", "url_path")
LANGUAGE = {"language": F("locale__language_code")}


def _others():
    return [its for its in kinds() if not its.is_page]


def _with_days():
    """Those whose day is a column; a day that is reckoned (an action's, while it is open) orders their lists alone."""
    return [its for its in kinds() if its.day and its.day in {each.name for each in its.model._meta.concrete_fields}]


def _ends(identities, parts):
    pages, *others = parts[: 1 + len(_others())]
    # The reader's own language comes last and stays.
    pages = sorted(pages, key=lambda page: (page.language == reading_language(), page.pk))
    ends = {page.key: _end(identities[page.key], page, page.title) for page in pages if page.key in identities}
    for each in (each for rows in others for each in rows if each.key in identities):
        ends[each.key] = _end(identities[each.key], each, each.name)
    return ends


def _days(identities, parts):
    days = {identity.key: identity.created_at.date() for identity in identities.values()}
    for rows in parts[1 + len(_others()) :]:
        # What the oldest page says stays.
        days |= {row.key_of_day: row.day_itself for row in sorted(rows, key=lambda row: -row.pk)}
    return days


def _end(identity, record, title):
    its = kind(identity.kind)
    return End(
        key=identity.key,
        kind=its.key,
        kind_label=str(its.label),
        icon=its.icon,
        code=identity.code,
        title=title,
        url=under_prefix(path_of(record)),
        lang=getattr(record, "language", "") or reading_language(),
    )
