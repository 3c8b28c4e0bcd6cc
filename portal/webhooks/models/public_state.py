from django.db import models


class PublicState(models.Model):
    """A record that was public when it was last told of: what comes, changes and goes is told apart by it.

    By the key of its identity, which it outlives: also of a record that was erased it is told that it is gone. `mark`
    changes whenever what a visitor can read of it does (public.py); "" while it is not known.
    """

    key = models.UUIDField(primary_key=True, editable=False)
    code = models.CharField(max_length=12)
    kind = models.CharField(max_length=30)
    mark = models.CharField(max_length=64)

    class Meta:
        verbose_name = "public record that was told of"
        verbose_name_plural = "public records that were told of"

    def __str__(self):
        return self.code
