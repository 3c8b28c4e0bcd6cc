"""What search is to know of a record: read from it by its kind's table of fields, written by the projection."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import translation

from portal.access.enums import Level, Zone
from portal.core.languages import LANGUAGES
from portal.records.addresses import path_of
from portal.records.fields import Weight
from portal.records.registry import kind as kind_by_key

from .audience import audience_of
from .enums import MEMBERS_RANK, PUBLIC_RANK, View
from .facet_values import Value, values_of
from .highlights import BETWEEN_FIELDS
from .lengths import levelled
from .texts import Texts, plain, texts_of

WRITTEN = 4
"""Raised when the projection writes the same document in other words: an upgrade then writes all anew."""


@dataclass(frozen=True)
class Card:
    """One row of RecordCard."""

    language: str
    title: str
    summary: str
    path: str
    facts: dict[str, list]
    details_facts: dict[str, list]
    details_text: str


@dataclass(frozen=True)
class Document:
    """All that the projection writes of one record."""

    kind: str
    code: str
    language: str
    listed_rank: int
    details_rank: int
    sort_title: str
    years: tuple[int | None, int | None]
    published_on: date
    updated_on: date
    takes_place_on: date | None
    is_demo: bool
    version: int
    cards: tuple[Card, ...]
    values: tuple[tuple[Value, Zone], ...]
    audiences: tuple[tuple[Zone, str], ...]
    texts: dict[View, Texts]

    @property
    def digest(self):
        """Changes whenever anything here does, and when it is written in another way."""
        return hashlib.sha1(json.dumps([WRITTEN, vars(self)], default=_written).encode()).hexdigest()

    def level(self, zone):
        """The rank that a reader needs for a zone."""
        return self.listed_rank if zone is Zone.CARD else self.details_rank


def _written(value):
    if isinstance(value, UUID):
        return value.hex
    return value.isoformat() if isinstance(value, date) else vars(value)


def document_of(identity, versions, openness) -> Document:
    """The document of a record from its published language versions, the original first, and the Openness of what they
    name."""
    kind, lead = kind_by_key(identity.kind), versions[0].record
    texts = texts_of(kind, versions, identity, openness)
    cards = tuple(_cards(kind, versions, texts))
    listed, details = Level(identity.listed_to).rank, Level(identity.details_to).rank
    views = _by_view(texts, listed, details)
    return Document(
        kind=kind.key,
        code=identity.code,
        language=cards[0].language,
        listed_rank=listed,
        details_rank=details,
        sort_title=cards[0].title.casefold()[:200],
        years=kind.dates.years(lead) if kind.dates else (None, None),
        published_on=_day(lead, "first_published_at", "created_at"),
        updated_on=_day(lead, "last_published_at", "updated_at"),
        takes_place_on=getattr(lead, kind.day) if kind.day else None,
        is_demo=getattr(lead, "is_demo", False),
        version=identity.version,
        cards=cards,
        values=tuple(values_of(kind, versions)),
        audiences=tuple(_audiences(identity)),
        texts={view: levelled(words, kind.usual_words, len(cards)) for view, words in views.items()},
    )


def _cards(kind, versions, texts):
    for version, prose in zip(versions, texts.prose, strict=True):
        yield from cards_of(kind, version, BETWEEN_FIELDS.join(prose))


def _audiences(identity):
    for zone in (Zone.CARD, Zone.DETAILS):
        yield from ((zone, key) for key in sorted(audience_of(identity, zone)))


def cards_of(kind, version, prose):
    """A page's card in its language; the cards of a model that has names in each, one a language."""
    facts = {zone: {} for zone in Zone}
    for language in LANGUAGES:
        with translation.override(language):
            for fact in kind.row(version.record):
                facts[fact.zone].setdefault(language, []).append([str(fact.label), str(fact.text), fact.is_prose])
    for language in [version.language] if version.language else LANGUAGES:
        with translation.override(language):
            yield Card(
                language=language,
                title=_first_text(kind, version, Weight.TITLE)[:255],
                summary=_first_text(kind, version, Weight.SUMMARY),
                path=path_of(version.record),
                facts=facts[Zone.CARD],
                details_facts=facts[Zone.DETAILS],
                details_text=prose,
            )


def _by_view(texts, listed, details):
    """Each text in the views whose readers may all read it."""
    views = {}
    for view, rank in ((View.PUBLIC, PUBLIC_RANK), (View.MEMBERS, MEMBERS_RANK)):
        if listed <= rank:
            views[view] = texts.full if details <= rank else texts.card
    if listed > MEMBERS_RANK:
        views[View.RESTRICTED_CARD] = texts.card
    if details > MEMBERS_RANK:
        views[View.RESTRICTED_FULL] = texts.full
    return views


def _first_text(kind, version, weight):
    for field in kind.fields:
        # What is a facet is no text to show: countries weigh as much as a title.
        if field.weight is weight and field.zone is Zone.CARD and not field.facet and version.values[field.name]:
            return " ".join(plain(str(version.values[field.name][0])).split())
    return ""


def _day(record, *names):
    times = [time for name in names if (time := getattr(record, name, None))]
    return times[0].date() if times else date.min
