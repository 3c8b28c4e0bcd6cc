"""Where a member is in the form of an entry, and where it goes on from there."""

from dataclasses import dataclass

from django.urls import reverse

from portal.records.registry import Kind


@dataclass(frozen=True)
class Place:
    """A screen of the short form, or with `is_section` a section of the full one; `code` is "" for a new entry."""

    kind: Kind
    code: str = ""
    number: int = 1
    is_section: bool = False

    @property
    def url(self):
        if not self.code:
            return reverse("contribute:new", args=[self.kind])
        name = "contribute:more" if self.is_section else "contribute:screen"
        return reverse(name, args=[self.kind, self.code, self.number])

    @property
    def overview_url(self):
        return reverse("contribute:overview", args=[self.kind, self.code])

    @property
    def after_url(self):
        """Where “Continue” leads: the next screen, then who may see it; from a section back to the overview."""
        if self.is_section:
            return self.overview_url
        if self.number < len(self.kind.short.screens):
            return reverse("contribute:screen", args=[self.kind, self.code, self.number + 1])
        return reverse("contribute:who", args=[self.kind, self.code])

    @property
    def before_url(self):
        """Where “Back” leads; "" from the first screen."""
        if self.is_section:
            return self.overview_url
        return reverse("contribute:screen", args=[self.kind, self.code, self.number - 1]) if self.number > 1 else ""

    @property
    def of(self):
        """How many screens there are, that of who may see it among them."""
        return len(self.kind.short.screens) + 1
