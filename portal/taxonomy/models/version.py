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


class RenewingQuerySet(models.QuerySet):
    """Renews the version with each change of several rows at once."""

    def update(self, **values):
        count = super().update(**values)
        VocabularyVersion.renew()
        return count

    def bulk_create(self, objs, *args, **options):
        created = super().bulk_create(objs, *args, **options)
        VocabularyVersion.renew()
        return created

    def delete(self):
        """Deletes the rows; answers as Django does."""
        deleted = super().delete()
        VocabularyVersion.renew()
        return deleted

    # As Django marks its own: not callable from templates, not copied to managers (Model.objects.delete()).
    delete.alters_data = True
    delete.queryset_only = True
