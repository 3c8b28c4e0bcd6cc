from django.contrib.postgres.search import SearchVectorField
from django.db import models

from portal.search.enums import View

from .document import RecordDocument


class RecordAudience(models.Model):
    """Who, beyond visitors and members, may see a zone of a record: `org:3` its members, `focal:3` its focal points."""

    document = models.ForeignKey(RecordDocument, models.CASCADE, related_name="audiences")
    zone = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=30)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "zone", "document"], name="audience_once")]

    def __str__(self):
        return f"{self.key} {self.zone}: {self.document_id}"


class SearchText(models.Model):
    """The analysed words of a record in one view, in all its languages.

    On SQLite triggers keep one full-text table a view (migration 0002); on PostgreSQL `vector` is what is searched.
    `names` are the plain words of the title, marked, for prefixes, broader labels, and what fills up a text to the
    length that it counts (lengths.py).
    """

    document = models.ForeignKey(RecordDocument, models.CASCADE, related_name="texts", db_index=False)
    view = models.CharField(max_length=20, choices=View)
    title = models.TextField()
    summary = models.TextField()
    body = models.TextField()
    names = models.TextField()
    vector = SearchVectorField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "view"], name="text_once_a_view")]

    def __str__(self):
        return f"{self.document_id}: {self.view}"
