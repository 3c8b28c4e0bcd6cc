from uuid import UUID, uuid4

from django.db import models


class VocabularyVersion(models.Model):
    """One row that says whether what was read of the vocabularies earlier still holds, in every process."""

    # A random value, not a counter: after a rollback a counter would give an old number to new terms.
    token = models.UUIDField(default=uuid4)

    def __str__(self):
        return str(self.token)

    @classmethod
    def current(cls) -> UUID | None:
        return cls.objects.filter(pk=1).values_list("token", flat=True).first()

    @classmethod
    def renew(cls):
        """To be called after the change, so that nobody keeps old terms under the new token."""
        row = cls(pk=1)
        cls.objects.bulk_create([row], update_conflicts=True, update_fields=["token"], unique_fields=["id"])
