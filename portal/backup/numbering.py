"""Numbers that the database gave out: no new row gets the number of one that is gone.

Log lines name accounts and pages by number, also when these are gone.
"""

from django.db import connection, models


def last_numbers(kept):
    """By label of model, the highest number that its table gave out so far."""
    found = ((model._meta.label, _last(model)) for model in _numbered(kept))
    return {label: number for label, number in found if number}


def set_last_numbers(kept, numbers):
    """Goes on counting after `numbers`, and after every number that stands in the tables."""
    for model in _numbered(kept):
        highest = model._base_manager.aggregate(highest=models.Max(model._meta.pk.attname))["highest"] or 0
        _set_last(model, max(highest, numbers.get(model._meta.label, 0)))


def _numbered(kept):
    return [model for model in kept if isinstance(model._meta.pk, models.AutoField)]


def _last(model):
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        else:
            cursor.execute("SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass)", _place(model))
        row = cursor.fetchone()
    return row[0] if row else None


def _set_last(model, number):
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
        elif number:
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", [*_place(model), number])


def _place(model):
    return [connection.ops.quote_name(model._meta.db_table), model._meta.pk.column]
