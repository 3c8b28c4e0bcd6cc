from django.db import models


class IndexChange(models.Model):
    """That a record has changed and the cluster may not know it yet: one row a record, whatever happened to it.

    `number` is that of its last change (SearchState), the version that the cluster keeps with it. Until the row is gone
    the record is left out of what the cluster answers, unless `is_first`: then the cluster has never held it.
    """

    identity = models.UUIDField(primary_key=True)
    number = models.BigIntegerField()
    is_first = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["is_first"], name="index_change_first")]

    def __str__(self):
        return f"{self.identity}: {self.number}"


class ClusterIndex(models.Model):
    """An index of the cluster that hears of every change: the one that answers, and one that is being built.

    `number` is that of the last change before it was begun. Here and not as an alias in the cluster, so that which one
    answers changes in a transaction of the portal, and no index outlives a restored database.
    """

    name = models.CharField(max_length=100, unique=True)
    number = models.BigIntegerField()
    answers = models.BooleanField(default=False)
    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["answers"], condition=models.Q(answers=True), name="one_index_answers"),
        ]

    def __str__(self):
        return self.name
