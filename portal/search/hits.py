"""Hits as lists print them, with nothing that their reader may not read."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils.dateparse import parse_datetime
from django.utils.safestring import SafeString
from django.utils.timezone import localdate, make_aware
from django.utils.translation import get_language_info

from portal.access.enums import Level
from portal.core.languages import under_prefix
from portal.records import registry
from portal.records.models.asking import StillTrueQuestion, silent_since

from .enums import MEMBERS_RANK
from .highlights import highlighted_in
from .places import Shown
from .reasons import reasons_of
from .worth import Worth


@dataclass(frozen=True)
class Hit:
    """One row of a list. `facts` are pairs of label and text; `language_label` is set when it is not the reader's.

    `prose` are the labels of those facts whose text is in `lang`; the others are in the reader's language.
    `shows_details` says that facts or highlight may come from details that not every member reads.
    """

    kind: str
    kind_label: str
    icon: str
    code: str
    title: str
    url: str
    lang: str
    dir: str
    summary: str
    level: str
    level_label: str
    updated: date
    key: UUID
    highlight: SafeString | str = ""
    language_label: str = ""
    is_demo: bool = False
    facts: list[tuple[str, str]] = field(default_factory=list)
    prose: frozenset[str] = frozenset()
    shows_details: bool = False
    reason: str = ""
    """Why it was found, where the words that were typed do not stand in it; "" where they do."""
    unanswered_since: date | None = None
    """Since when nobody answers whether it is still true; None when somebody did, or was asked of late only."""
    worth: Worth | None = None
    """What its place is made of, where an editor asked for that."""


CARDS = """
    SELECT d.id, d.kind, d.code, d.language, d.listed_rank, d.details_rank, d.updated_on, d.is_demo, d.identity_id,
           c.language, c.title, c.summary, c.path, c.facts,
           CASE WHEN {readable} THEN c.details_facts END, CASE WHEN {readable} THEN {text} END,
           (SELECT MIN(q.asked_at) FROM {questions} q
            WHERE q.key = d.identity_id AND q.answered_at IS NULL AND q.asked_at <= %(silent_since)s)
    FROM search_recorddocument d JOIN search_recordcard c ON c.document_id = d.id
    WHERE d.id IN ({ids}) AND {listed}
    ORDER BY c.id
"""


def hits_of(statement, documents, expression, language) -> list[Hit]:
    """The hits of these documents (primary keys), in their order, each in `language` where there is a card in it."""
    if not documents:
        return []
    rows = _rows(statement, documents, expression)
    cards = {}
    for row in rows:
        cards.setdefault(row[0], []).append(_Card(row, language))
    for own in cards.values():
        own.sort(key=lambda card: (card.language != language, card.language != card.written_in))
    texts = {pk: [card.texts for card in own] for pk, own in cards.items()} if expression else {}
    reasons, names = reasons_of(expression, texts, statement), _Names(rows)
    return [_hit(cards[pk], reasons.get(pk), language, names) for pk in documents if pk in cards]


def _rows(statement, documents, expression):
    own = " OR d.id IN (SELECT document FROM own_details)" if statement.scope.has_own else ""
    sql = CARDS.format(
        ids=statement.names("document", documents),
        readable=f"(d.details_rank <= {statement.scope.rank}{own})",
        listed=statement.listed(),
        text="c.details_text" if expression else "''",
        questions=StillTrueQuestion._meta.db_table,
    )
    statement.parameters["silent_since"] = connection.ops.adapt_datetimefield_value(silent_since())
    return statement.run(sql)


class _Card:
    """What its reader may read of one entry in one language."""

    def __init__(self, row, language):
        _, self.kind, self.code, self.written_in, self.listed_rank, self.details_rank, *own = row
        self.updated, self.is_demo, self.key, self.language, self.title, summary, self.path, *own = own
        facts, details_facts, details, self.asked = own
        self.summary, self.details = Shown(summary, self.language), Shown(details or "", self.language)
        self.has_details_facts = bool(details_facts)
        self.facts = _facts(facts, language) + _facts(details_facts, language)

    @property
    def texts(self):
        """All of it, to be looked into."""
        told = [self.title, *(text for _label, text, *_ in self.facts)]
        title, *facts = [Shown(text, self.language) for text in told]
        return [shown for shown in (title, self.summary, *facts, self.details) if shown.text]


class _Names:
    """The labels of what stands in many rows, each translated once a list."""

    def __init__(self, rows):
        self.kinds = {key: str(registry.kind(key).label) for key in {row[1] for row in rows}}
        levels = list(Level)
        self.levels = {rank: (levels[rank].value, str(levels[rank].label)) for rank in {row[4] for row in rows}}
        self.languages = {code: get_language_info(code) for code in {row[9] for row in rows}}


def _hit(cards, reason, language, names):
    card = cards[0]
    info, (level, level_label) = names.languages[card.language], names.levels[card.listed_rank]
    reads_details = card.has_details_facts or (reason and any(each.details.text for each in cards))
    return Hit(
        kind=card.kind,
        kind_label=names.kinds[card.kind],
        icon=registry.kind(card.kind).icon,
        code=card.code,
        title=card.title,
        url=under_prefix(card.path, language),
        lang=card.language,
        dir="rtl" if info["bidi"] else "ltr",
        summary=card.summary.text,
        highlight=highlighted_in((card.summary, card.details), reason.words) if reason else SafeString(""),
        facts=[(label, text) for label, text, *_ in card.facts],
        prose=frozenset(label for label, _, *is_prose in card.facts if any(is_prose)),
        level=level,
        level_label=level_label,
        language_label="" if card.language == language else str(info["name_translated"]),
        is_demo=bool(card.is_demo),
        updated=card.updated,
        key=card.key if isinstance(card.key, UUID) else UUID(card.key),
        shows_details=card.details_rank > MEMBERS_RANK and bool(reads_details),
        reason=str(reason or ""),
        unanswered_since=_day_of(card.asked),
    )


def _day_of(moment):
    """SQLite hands times out as text, in UTC."""
    if isinstance(moment, str):
        moment = make_aware(parse_datetime(moment), UTC)
    return localdate(moment) if moment else None


def _facts(stored, language):
    facts = json.loads(stored) if isinstance(stored, str) else stored or {}
    return list(facts.get(language) or facts.get(settings.LANGUAGE_CODE, ()))
