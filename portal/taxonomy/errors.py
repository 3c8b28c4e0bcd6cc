"""What this room refuses, each in a sentence that says what to do instead."""

from django.db.models import ProtectedError
from django.utils.translation import gettext as _


class TermInUse(ProtectedError):
    """A term that something uses was to be deleted. `uses` maps what uses it to how often."""

    def __init__(self, model, uses):
        self.uses = uses
        where = ", ".join(f"{label} ({count})" for label, count in uses.items())
        message = _("This %(term)s is in use and cannot be deleted: %(where)s. Replace it by another term instead.")
        super().__init__(message % {"term": model._meta.verbose_name, "where": where}, set())


class CannotReplace(Exception):
    """A term cannot be replaced by the one that was chosen; the text says why, for the person who asked."""


class WrongFile(Exception):
    """Data files say what cannot be loaded; `problems` holds one sentence per wrong cell. Nothing was loaded."""

    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))
