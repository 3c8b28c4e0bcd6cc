from django.db import models

from .document import RecordDocument


class FacetValue(models.Model):
    """A value that records may be filtered by, with its labels in each language (`{"en": …}`)."""

    facet = models.CharField(max_length=30)
    value = models.CharField(max_length=120)
    labels = models.JSONField()
    record = models.UUIDField(null=True, db_index=True)
    """The key of a value that is a record itself, an organisation for example."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facet", "value"], name="facet_value_once")]

    def __str__(self):
        return f"{self.facet}={self.value}"


class RecordFacet(models.Model):
    """That a record has a value, or one of its narrower ones. `level` is the rank that the zone of the field needs."""

    document = models.ForeignKey(RecordDocument, models.CASCADE, related_name="facets", db_index=False)
    value = models.ForeignKey(FacetValue, models.CASCADE, related_name="+", db_index=False)
    zone = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField()

    class Meta:
        # No unique constraint: it would be a third index; the projection writes each value once.
        indexes = [
            # Covering: counting reads the index alone.
            models.Index(fields=["document", "value", "level", "zone"], name="facet_by_document"),
            models.Index(fields=["value", "document", "level", "zone"], name="facet_by_value"),
        ]

    def __str__(self):
        return f"{self.document_id}: {self.value_id}"


class FacetCount(models.Model):
    """Of how many records of a kind visitors, members and editors (by `rank`) may see that they have a value."""

    rank = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30)
    value = models.ForeignKey(FacetValue, models.CASCADE, related_name="counts")
    documents = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rank", "kind", "value"], name="count_once")]

    def __str__(self):
        return f"{self.rank} {self.kind} {self.value_id}: {self.documents}"
