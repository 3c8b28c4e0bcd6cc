from uuid import uuid4

from django.db import models


class SearchState(models.Model):
    """One row: a new random `generation` with each change of the read model, for caches.

    Random, since a number that counts up would be used again after a change that was rolled back.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    generation = models.CharField(max_length=32)

    def __str__(self):
        return self.generation

    @classmethod
    def renew(cls):
        """A new generation, in the transaction of the change."""
        cls.objects.update_or_create(id=1, defaults={"generation": uuid4().hex})

    @classmethod
    def current(cls):
        """The generation now; empty before anything was projected."""
        return cls.objects.values_list("generation", flat=True).first() or ""
