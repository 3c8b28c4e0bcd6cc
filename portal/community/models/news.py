from django.db import models

from portal.access.models import RecordIdentity


class RecordNews(models.Model):
    """What was last told of a record: the day on which it was changed, and how far it was shown. What is later than
    that, or shown to more people, is news."""

    identity = models.OneToOneField(RecordIdentity, models.CASCADE, primary_key=True, related_name="+")
    updated_on = models.DateField()
    listed_rank = models.PositiveSmallIntegerField()
    details_rank = models.PositiveSmallIntegerField()

    def __str__(self):
        return f"{self.identity_id} {self.updated_on}"
