"""A question that is asked on every page: to write its SQL takes Django longer than the database takes to answer."""

from django.db import connection

ANY = -1
"""Stands for the primary key that is asked about: none is negative."""


class WrittenOnce:
    """Rows about one object, from a queryset of `values_list` whose SQL is written once for each kind of database.

    `make` (callable) returns the queryset about the object with the primary key ANY. Columns come as the database
    has them: moments and JSON are texts on SQLite, true and false are 1 and 0.
    """

    def __init__(self, make):
        self.make = make
        self._written = {}

    def rows(self, pk: int) -> list[tuple]:
        """The rows about this object, as the cursor gives them."""
        if connection.vendor not in self._written:
            self._written[connection.vendor] = self.make().query.sql_with_params()
        sql, params = self._written[connection.vendor]
        with connection.cursor() as cursor:
            cursor.execute(sql, [pk if param == ANY else param for param in params])
            return cursor.fetchall()
