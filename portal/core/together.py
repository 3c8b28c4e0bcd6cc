"""Rows of several tables in one query: a page that shows a little of each of many would ask for each by itself."""

import json
from datetime import UTC

from django.db import connection
from django.db.models import (
    BinaryField,
    BooleanField,
    DateTimeField,
    DecimalField,
    DurationField,
    F,
    JSONField,
    Value,
)
from django.db.models.functions import JSONArray
from django.utils.dateparse import parse_datetime

UNLIKE = (BinaryField, DecimalField, DurationField, JSONField)
"""Fields whose values JSON would not give back as they were: they are read when they are asked for."""


def read_together(*querysets) -> list[list]:
    """The objects of each of these querysets, in one query; `only`, `defer` and annotations count, the order does not:
    who needs one sorts."""
    plans = [Plan(rows) for rows in querysets]
    found = [[] for _ in plans]
    first, *others = (plan.rows(number) for number, plan in enumerate(plans))
    for number, values in first.union(*others, all=True).order_by():
        found[number].append(plans[number].instance(values))
    return found


def decoded(values):
    """An array of values as a cursor gives it."""
    return json.loads(values) if isinstance(values, str) else values


class Plan:
    """How the objects of one queryset are read as arrays of JSON, and made of them again."""

    def __init__(self, queryset):
        self.model, self.queryset = queryset.model, queryset
        self.fields = [field for field in self.model._meta.concrete_fields if self._is_read(field)]
        self.annotated = {name: each.output_field for name, each in queryset.query.annotation_select.items()}

    def _is_read(self, field):
        names, is_deferred = self.queryset.query.deferred_loading
        is_asked_for = field.primary_key or (field.name in names) != is_deferred
        return is_asked_for and not isinstance(field, UNLIKE)

    def rows(self, number):
        """A queryset of pairs: `number`, and an array of the values of one object."""
        names = [*(field.attname for field in self.fields), *self.annotated]
        rows = self.queryset.order_by().annotate(of_plan=Value(number), row_of_plan=JSONArray(*map(F, names)))
        return rows.values_list("of_plan", "row_of_plan")

    def instance(self, values):
        """The object of which these are the values."""
        own, more = values[: len(self.fields)], values[len(self.fields) :]
        known = [as_python(*pair) for pair in zip(self.fields, own, strict=True)]
        made = self.model.from_db(connection.alias, [field.attname for field in self.fields], known)
        for (name, field), value in zip(self.annotated.items(), more, strict=True):
            setattr(made, name, as_python(field, value))
        return made


def as_python(field, value):
    """A value as the field gives it, from what JSON says of it; databases know true and false by other names."""
    if value is None:
        return None
    if isinstance(field, BooleanField):
        return bool(value)
    return field.to_python(_with_zone(value) if isinstance(field, DateTimeField) else value)


def _with_zone(value):
    """SQLite keeps moments in UTC and says nothing of it."""
    moment = parse_datetime(value)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
