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

from .highlights import highlighted
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
    own = " OR d.id IN (SELECT document FROM own_details)" if statement.scope.has_own else ""
    readable = f"(d.details_rank <= {statement.scope.rank}{own})"
    sql = CARDS.format(
        ids=statement.names("document", documents),
        readable=readable,
        listed=statement.listed(),
        text="c.details_text" if expression else "''",
        questions=StillTrueQuestion._meta.db_table,
    )
    statement.parameters["silent_since"] = connection.ops.adapt_datetimefield_value(silent_since())
    rows = {}
    for row in statement.run(sql):
        rows.setdefault(row[0], []).append(row)
    for cards in rows.values():
        cards.sort(key=lambda row: (row[9] != language, row[9] != row[3]))
    reasons = reasons_of(expression, {pk: _texts(cards, language) for pk, cards in rows.items()}, statement)
    return [_hit(rows[pk], reasons.get(pk), language) for pk in documents if pk in rows]


def _texts(rows, language):
    """What the reader may read of an entry in each of its languages, the one that is shown first."""
    for *_, lang, title, summary, _path, facts, details_facts, details, _asked in rows:
        told = [text for _label, text, *_ in _facts(facts, language) + _facts(details_facts, language)]
        yield [Shown(text, lang) for text in (title, summary, *told, details) if text]


def _hit(cards, reason, language):
    _, kind_key, code, _, listed_rank, details_rank, updated, is_demo, key, lang, *texts = cards[0]
    title, summary, path, facts, details_facts, details, asked = texts
    reads_details = details_facts or (reason and any(card[-2] for card in cards))
    facts = _facts(facts, language) + _facts(details_facts, language)
    kind, info, level = registry.kind(kind_key), get_language_info(lang), list(Level)[listed_rank]
    return Hit(
        kind=kind_key,
        kind_label=str(kind.label),
        icon=kind.icon,
        code=code,
        title=title,
        url=under_prefix(path, language),
        lang=lang,
        dir="rtl" if info["bidi"] else "ltr",
        summary=summary,
        highlight=highlighted((summary, details or ""), reason.words, lang) if reason else SafeString(""),
        facts=[(label, text) for label, text, *_ in facts],
        prose=frozenset(label for label, _, *is_prose in facts if any(is_prose)),
        level=level.value,
        level_label=str(level.label),
        language_label="" if lang == language else str(info["name_translated"]),
        is_demo=bool(is_demo),
        updated=updated,
        key=key if isinstance(key, UUID) else UUID(key),
        shows_details=details_rank > Level.MEMBERS.rank and bool(reads_details),
        reason=str(reason or ""),
        unanswered_since=_day_of(asked),
    )


def _day_of(moment):
    """SQLite hands times out as text, in UTC."""
    if isinstance(moment, str):
        moment = make_aware(parse_datetime(moment), UTC)
    return localdate(moment) if moment else None


def _facts(stored, language):
    facts = json.loads(stored) if isinstance(stored, str) else stored or {}
    return list(facts.get(language) or facts.get(settings.LANGUAGE_CODE, ()))
