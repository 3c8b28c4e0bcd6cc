from django.db import models

from portal.access.models import RecordIdentity


class RecordDocument(models.Model):
    """A published record as lists need it: who may know and read it, and what it is sorted by.

    One row a record, whatever its languages: a list shows it once. `listed_rank` and `details_rank` are ranks of
    Level; years are None when the record is of no time.
    """

    identity = models.OneToOneField(RecordIdentity, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    code = models.CharField(max_length=12, unique=True)
    language = models.CharField(max_length=10)
    listed_rank = models.PositiveSmallIntegerField()
    details_rank = models.PositiveSmallIntegerField()
    sort_title = models.CharField(max_length=200)
    first_year = models.SmallIntegerField(null=True)
    last_year = models.SmallIntegerField(null=True)
    published_on = models.DateField()
    updated_on = models.DateField()
    takes_place_on = models.DateField(null=True)
    is_demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=40)

    class Meta:
        indexes = [
            models.Index(fields=["-published_on", "code"], name="document_newest"),
            models.Index(fields=["kind", "-published_on", "code"], name="document_kind_newest"),
            models.Index(fields=["listed_rank", "details_rank"], name="document_ranks"),
        ]

    def __str__(self):
        return self.code


class RecordCard(models.Model):
    """What a list shows of a record in one of its languages.

    `facts` and `details_facts` hold pairs of label and text by the reader's language, apart by their zone; `details`
    is the text of the details, for highlights. Neither of the two latter leaves the database for who may not read it.
    """

    document = models.ForeignKey(RecordDocument, models.CASCADE, related_name="cards", db_index=False)
    language = models.CharField(max_length=10)
    title = models.CharField(max_length=255)
    summary = models.TextField()
    path = models.CharField(max_length=255)
    facts = models.JSONField()
    details_facts = models.JSONField()
    details_text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "language"], name="card_each_language")]

    def __str__(self):
        return self.title
