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

    def __str__(self):
        # Pages and files print the value of a field as text; what is stored is its key.
        return str(self.label)


OF_BARRIERS = frozenset({What.BARRIER, What.SOLUTION})
"""Those that a kind of barrier belongs to."""
