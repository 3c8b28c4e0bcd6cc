"""Until when a term may be chosen: through its last day."""

from datetime import date

from django.db.models import DateField, Expression, Q
from django.utils import timezone


class Today(Expression):
    """The day on which the question is asked: fields of forms keep their questions longer than a day."""

    output_field = DateField()

    def as_sql(self, compiler, connection):
        return "%s", [connection.ops.adapt_datefield_value(timezone.localdate())]


CURRENT = Q(valid_until=None) | Q(valid_until__gte=Today())
"""The terms that may be chosen today."""


def is_current(valid_until: date | None) -> bool:
    """The same of one term, by its last day."""
    return valid_until is None or valid_until >= timezone.localdate()
