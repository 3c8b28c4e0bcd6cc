"""Rows as lines of JSON and back, table by table: the same whichever database wrote them and reads them."""

import json
from types import SimpleNamespace

from django.db import connection, router
from django.db.models.sql import InsertQuery

AT_ONCE = 500
"""Rows that are in memory at the same time."""


def columns(model):
    """The fields of the table of a model: those of its parents stand in tables of their own."""
    return model._meta.local_concrete_fields


def lines(model):
    """Each row of the table as one line of JSON (bytes), by primary key; whatever default managers hide too."""
    fields = columns(model)
    rows = model._base_manager.order_by("pk").values(*(field.attname for field in fields))
    for row in rows.iterator(chunk_size=AT_ONCE):
        # No instance of the model: a page that is made from some of its fields looks for its content type.
        values = SimpleNamespace(**row)
        yield json.dumps([_told(field, values) for field in fields], ensure_ascii=False).encode() + b"\n"


def insert(model, told):
    """Adds rows as they are told by `lines`; nothing is renewed, checked or sent for it."""
    fields = columns(model)
    rows = [_values(fields, line) for line in told]
    size = connection.ops.bulk_batch_size(fields, rows) or len(rows)
    for start in range(0, len(rows), size):
        query = InsertQuery(model)
        query.insert_values(fields, rows[start : start + size], raw=True)
        query.get_compiler(using=router.db_for_write(model)).execute_sql()


def empty(models):
    """Takes all rows of these tables away. Call it in a transaction: the database asks at its end what points where."""
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


def count(model):
    """How many rows its table has."""
    return model._base_manager.count()


def _told(field, values):
    value = getattr(values, field.attname)
    plain = value is None or type(value) in (bool, int, float, str)
    return value if plain else field.value_to_string(values)


def _values(fields, line):
    told = zip(fields, json.loads(line), strict=True)
    return SimpleNamespace(**{field.attname: field.to_python(value) for field, value in told})
