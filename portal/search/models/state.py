from uuid import uuid4

from django.db import connection, models


class SearchState(models.Model):
    """One row: a new random `generation` with each change of the read model, for caches.

    Random, since a number that counts up would be used again after a change that was rolled back. `number` counts the
    changes that were committed, one after the other: what a cluster orders them by. `unnoted` is the last of them that
    no cluster will hear of, because none was in use when it was made.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    generation = models.CharField(max_length=32)
    number = models.BigIntegerField(default=0)
    unnoted = models.BigIntegerField(default=0)

    def __str__(self):
        return self.generation

    @classmethod
    def renew(cls) -> int:
        """A new generation, in the transaction of the change; returns the number of the change."""
        while not cls.objects.filter(id=1).update(generation=uuid4().hex, number=models.F("number") + 1):
            cls.objects.get_or_create(id=1)
        return cls.count()

    @classmethod
    def current(cls) -> str:
        """The generation now; empty before anything was projected."""
        # In SQL, since every search asks it: to put the statement together takes longer than to run it.
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT generation FROM {cls._meta.db_table}")
            return next(iter(cursor.fetchall()), ("",))[0]

    @classmethod
    def count(cls) -> int:
        """The number of the last change; 0 before anything was projected."""
        return cls.objects.values_list("number", flat=True).first() or 0
