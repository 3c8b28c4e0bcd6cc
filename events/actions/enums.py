from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far an action is: keys of the vocabulary of states (`ActionState`), whose labels editors may change."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    DONE = "done"
    DROPPED = "dropped"


STILL_OPEN = frozenset({State.OPEN, State.IN_PROGRESS, State.BLOCKED})
"""States in which somebody still has something to do: it can be late, reminded of, and carried over."""


class Due(models.TextChoices):
    """What the day on which an action is due says of it today."""

    LATE = "late", _("Overdue")

    def __str__(self):
        # Pages and files print the value of a field as text; it is never stored.
        return str(self.label)


class Act(models.TextChoices):
    """What was done with an action, as its trail says it."""

    OPEN = "open", _("Agreed")
    REPORT = "report", _("Progress reported")
    HAND_ON = "hand_on", _("Handed on")
    CHANGE_DUE = "change_due", _("Due on another day")
    CARRY_OVER = "carry_over", _("Carried over to the next event")
    EDIT = "edit", _("Words changed")


class Way(models.TextChoices):
    """By which way it came."""

    PAGE = "page", _("here, signed in")
    MAIL = "mail", _("by the link of a mail")
