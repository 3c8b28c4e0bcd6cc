from django.db import models


class AskedSearch(models.Model):
    """How often the same words were searched for on one day, by how many people, and what came of it.

    `people` goes no further than asked.ENOUGH_PEOPLE, and counts those of this day only; who they were stands
    nowhere (docs/decisions/0046). `without_result` is how often nothing was found, `opened` how often a hit was opened.
    """

    day = models.DateField()
    text = models.CharField(max_length=80)
    asked = models.PositiveIntegerField(default=0)
    without_result = models.PositiveIntegerField(default=0)
    opened = models.PositiveIntegerField(default=0)
    people = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "text"], name="asked_once_a_day")]

    def __str__(self):
        return f"{self.day}: {self.text}"


class AskerMark(models.Model):
    """That somebody asked today: a keyed digest by which the same person is not counted twice. Gone with the day."""

    asked = models.ForeignKey(AskedSearch, models.CASCADE, related_name="marks")
    mark = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asked", "mark"], name="mark_once")]

    def __str__(self):
        return self.mark


class AskingSalt(models.Model):
    """What the marks of one day are keyed with, beside the secret of the portal. Gone with the day."""

    day = models.DateField(primary_key=True)
    salt = models.CharField(max_length=32)

    def __str__(self):
        return str(self.day)
