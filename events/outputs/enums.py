from django.db import models
from django.utils.translation import gettext_lazy as _


class What(models.TextChoices):
    """What came out of a session."""

    FINDING = "finding", _("Finding")
    ANSWER = "answer", _("Answer to a key question")
    BARRIER = "barrier", _("Barrier")
    SOLUTION = "solution", _("Solution")
    RECOMMENDATION = "recommendation", _("Recommendation")
    DECISION = "decision", _("Decision")
    DOCUMENT = "document", _("Document")


class InWords(models.TextChoices):
    """Choices that print as their label. They are never stored: what is stored prints as its key."""

    def __str__(self):
        return str(self.label)


Told = InWords("Told", [(each.name, (each.value, each.label)) for each in What])
"""The same as pages and files print it."""


OF_BARRIERS = frozenset({What.BARRIER, What.SOLUTION})
"""Those that a kind of barrier belongs to."""
