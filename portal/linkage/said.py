"""What published records say of each other, by their links and by the fields that name others (`Kind.ends`), in one
query: of each what it says, who says it, of whom; as far as its reader may read the zone in which it is said."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, CharField, F, UUIDField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.records.fields import Came
from portal.records.models import RecordLink
from portal.records.registry import kind, kinds
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import LinkKind

ANY_KEY = UUID(int=0)
LINKS_OF_CHAINS = ("results_from", "follows_up", "implements", "documents", "part_of", "carried_over_from")
"""Kinds of links of which what links came after what it links to."""
LINKS = -1
"""The number of the links; the fields that name records are counted from 0."""


@dataclass(frozen=True)
class Mention:
    """That `source` says something of `target` (identity keys): `kind`, its label from either end, and a note
    with the code of its language. `came`: which of the two came out of the other, where one did; `row` is the key of
    the row of the record named out of which it came."""

    kind: str
    label: str
    inverse_label: str
    source: UUID
    target: UUID
    note: str = ""
    note_lang: str = ""
    came: Came | None = None
    row: UUID | None = None


def said_of(key, user):
    """The Mentions whose source or target is the record with this identity key, of those that `user` may read: a link
    by the details of the record that makes it, what a field names by the zone of that field; and of both they know."""
    ends = [(each, end) for each in kinds() for end in each.ends]
    rows = _rows(ends, key, user)
    link_kinds = kept_terms(LinkKind) if any(number == LINKS for number, *_ in rows) else {}
    return [
        Mention(
            *_words(ends, link_kinds, number, link_kind), as_key(source), as_key(target), note, note_lang,
            came=_came(ends, link_kinds, number, link_kind), row=UUID(row) if row else None,
        )
        for number, source, target, link_kind, note, note_lang, row in rows
    ]  # fmt: skip


def _words(ends, link_kinds, number, link_kind):
    if number == LINKS:
        term = link_kinds[link_kind]
        return term.key, term.label, term.inverse_label
    its, end = ends[number]
    return f"{its.key}:{end.name}", str(end.label), str(end.inverse_label)


def _came(ends, link_kinds, number, link_kind):
    if number == LINKS:
        return Came.AFTER if link_kinds[link_kind].key in LINKS_OF_CHAINS else None
    return ends[number][1].came


def _rows(ends, key, user):
    readable, known = readable_by(ends, user), seen_by(user, Zone.CARD, "said.target_key")
    if not (readable and known):
        return []
    union, params = _union(tuple((each.key, end.name) for each, end in ends), connection.vendor)
    params = [as_stored(key) if param == as_stored(ANY_KEY) else param for param in params]
    where = " OR ".join(f"(said.said_by IN ({numbers}) AND EXISTS ({sql}))" for numbers, sql, _ in readable)
    own = [each for *_, own in readable for each in own]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT * FROM ({union}) said WHERE ({where}) AND EXISTS ({known[0]})", [*params, *own, *known[1]]
        )
        return cursor.fetchall()


def readable_by(ends, user):
    """For each zone the numbers of what is said in it, and the SQL and parameters of who reads it: an identity row."""
    by_zone = defaultdict(list, {Zone.DETAILS: [LINKS]})
    for number, (_, end) in enumerate(ends):
        by_zone[end.zone].append(number)
    found = []
    for zone, numbers in by_zone.items():
        if asked := seen_by(user, zone, "said.source_key"):
            found.append((", ".join(map(str, numbers)), *asked))
    return found


def seen_by(user, zone, column):
    """SQL and parameters of the identity row whose key stands in the column, if `user` may see its zone; None where
    they may see none at all."""
    identities = RecordIdentity.objects.visible_to(user, zone).filter(key=RawSQL(column, ()))
    try:
        # Asked of each row: SQLite would first list all that the user may read.
        return identities.values("key").order_by().query.sql_with_params()
    except EmptyResultSet:
        return None


@cache
def _union(names, vendor):
    """SQL and parameters of what links and fields (pairs: key of the kind, name) say, with ANY_KEY for the key of the
    record at either end.

    Written once: to make the union of so many querysets takes longer than a page of a record may.
    """
    parts = [*_parts(LINKS, RecordLink.objects.filter(record__live=True), "record__translation_key", "target", LINK)]
    for number, (key, name) in enumerate(names):
        its = kind(key)
        words = {**FIELD, "row_key": row_of(its, name)}
        parts += _parts(number, its.live(), its.key_field, name.replace(".", "__"), words)
    return parts[0].union(*parts[1:], all=True).order_by().query.sql_with_params()


NO_ROW = Value("", CharField())


def row_of(its, name):
    """The key of the row out of which it came, as text, of an end of a kind; "" where it names none."""
    end = next(end for end in its.ends if end.name == name)
    return Cast(F(end.row), CharField()) if end.row else NO_ROW


COLUMNS = ("said_by", "source_key", "target_key", "link_kind", "words", "words_lang", "row_key")
LINK = {
    "link_kind": F("kind_id"), "words": F("note"), "words_lang": F("record__locale__language_code"), "row_key": NO_ROW,
}  # fmt: skip
FIELD = {"link_kind": Value(None, BigIntegerField()), "words": Value(""), "words_lang": Value("")}


def _parts(number, rows, source, target, words):
    """Two queries, each found by its own index: what the record says, and what is said of it."""
    for asked in ({source: ANY_KEY, f"{target}__isnull": False}, {target: ANY_KEY}):
        named = {"said_by": Value(number), "source_key": F(source), "target_key": F(target), **words}
        yield rows.filter(**asked).order_by().annotate(**named).values_list(*COLUMNS)


def as_stored(key):
    """A key as the database has it: SQLite knows no UUIDs."""
    return UUIDField().get_db_prep_value(key, connection)


def as_key(stored):
    return stored if isinstance(stored, UUID) else UUID(stored)
