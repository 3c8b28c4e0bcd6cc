from django.db import models


class SearchWord(models.Model):
    """A word of titles and summaries as it is `written`, and in how many records of one rank it stands.

    `rank` is that of who may know of these records: visitors, members, editors (for all that is narrower). `word` is
    the same folded, as analysis.plain_words has it, `length` its letters.
    """

    rank = models.PositiveSmallIntegerField()
    length = models.PositiveSmallIntegerField()
    word = models.CharField(max_length=40)
    written = models.CharField(max_length=60)
    documents = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rank", "written"], name="word_once_a_rank")]
        # Covering: what is read for a typing error is the index alone.
        indexes = [
            models.Index(fields=["length", "rank", "word", "documents"], name="word_by_length"),
            models.Index(fields=["word", "rank", "documents"], name="word_by_itself"),
        ]

    def __str__(self):
        return f"{self.rank} {self.written}: {self.documents}"
