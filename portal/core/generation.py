"""A number that changes with whatever a page may show: what was made under another number is out of date.

Each transaction that writes adds a random mark, and commits it with what it wrote; the generation is the sum of the
marks. Marks are added and not counted up in one row: writers never wait for each other, and no sum comes back.
What is written is seen at the database's own door, so no service, no bulk write and no statement in SQL is forgotten.
"""

import re
from secrets import randbits

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, transaction

from portal.core.models import WriteMark

TABLE = WriteMark._meta.db_table
MOST_MARKS = 100
WRITE = re.compile(
    r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO|TRUNCATE(?: TABLE)?)\s+"?(\w+)', re.IGNORECASE
)
OTHER_WRITE = re.compile(r"\s*WITH\b.*\b(?:INSERT|UPDATE|DELETE)\b", re.IGNORECASE | re.DOTALL)

_found = False


def generation() -> str:
    """The generation now; "" where nothing was ever marked."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*), SUM(number) FROM {TABLE}")
        count, total = cursor.fetchone()
    return f"{count}-{total}" if count else ""


def gather_marks() -> None:
    """Puts one mark in the place of many, so that they stay quick to sum."""
    marks = list(WriteMark.objects.values_list("pk", flat=True))
    # Asked before: on SQLite a transaction locks out all other writers.
    if len(marks) > MOST_MARKS:
        with transaction.atomic():
            WriteMark.objects.filter(pk__lte=max(marks)).delete()
            _add(connection)


def watch(connection) -> None:
    """From now on the writes of this connection are marked."""
    if connection.alias == DEFAULT_DB_ALIAS and marked not in connection.execute_wrappers:
        connection.execute_wrappers.append(marked)


def marked(execute, sql, params, many, context):
    """A wrapper of Django's for statements: a write that a page may show leaves a mark, once a transaction."""
    result = execute(sql, params, many, context)
    if shows(sql) and _has_table(context["connection"]):
        _mark(context["connection"])
    return result


def shows(sql) -> bool:
    """Whether the statement writes something that a page may show."""
    if not isinstance(sql, str):
        return True
    if (written := WRITE.match(sql)) is None:
        return OTHER_WRITE.match(sql) is not None
    return not written[1].startswith((TABLE, *settings.TABLES_NO_PAGE_SHOWS))


def _mark(connection):
    if not connection.in_atomic_block:
        # The statement is committed by now, or with this one.
        _add(connection)
    elif not any(function is _is_marked for _, function, _ in connection.run_on_commit):
        _add(connection)
        # Django forgets it with the transaction or savepoint whose rollback takes the mark back.
        transaction.on_commit(_is_marked, using=connection.alias)


def _is_marked():
    """Says, among what is called on commit, that this transaction has its mark."""


def _add(connection):
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {TABLE} (number) VALUES (%s)", [randbits(40)])


def _has_table(connection):
    """Migrations of other apps write before the table of marks is there."""
    global _found
    _found = _found or TABLE in connection.introspection.table_names()
    return _found
