from django.db import models
from django.utils.translation import gettext_lazy as _

from events.outputs.enums import What


class LineKind(models.TextChoices):
    """What a line says that was captured in a session."""

    MINUTE = "minute", _("Note of what was said")
    FINDING = "finding", _("Finding")
    ANSWER = "answer", _("Answer to a key question")
    BARRIER = "barrier", _("Barrier")
    SOLUTION = "solution", _("Solution")
    RECOMMENDATION = "recommendation", _("Recommendation")
    DECISION = "decision", _("Decision")
    ACTION = "action", _("Action")


OUTPUTS = frozenset(LineKind(each) for each in set(What.values) & set(LineKind.values))
"""Lines that become outputs: they have the same keys."""
MADE_OF = OUTPUTS | {LineKind.ACTION}
"""Lines of which an entry is made; minutes stay what they are."""


class SheetKind(models.TextChoices):
    """Which sheet it is."""

    FAIR = "fair", _("Information-fair sheet")
    TALK = "talk", _("Lightning-talk sheet")


class SheetState(models.TextChoices):
    """How far a sheet is."""

    SENT = "sent", _("Waits to be confirmed")
    MADE = "made", _("Confirmed; drafts were made of it")
    DECLINED = "declined", _("Declined")


class Side(models.TextChoices):
    """On which side of an information-fair sheet a row stands."""

    HAVE = "have", _("We have")
    NEED = "need", _("We need")


class Wanted(models.TextChoices):
    """What a talk is looking for; an idea has a field `wants_…` for each."""

    DATA = "data", _("Data")
    PARTNER = "partner", _("A partner")
    CONSENT = "consent", _("Consent")
    FUNDING = "funding", _("Funding")
    SKILLS = "skills", _("Skills")
