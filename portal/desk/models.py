from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from portal.core.languages import reading_language
from portal.desk.progress.marks import StateMark
from portal.directory.models import Member
from portal.records.registry import kind, kinds

__all__ = ["FieldGuidance", "StateMark", "WaitingMessage"]


def kinds_with_short_form():
    """Choices: the kinds that members add."""
    return [(each.key, each.label) for each in kinds() if each.short]


class FieldGuidance(models.Model):
    """What stands beside a field of a kind where members are asked for it, in the words of the editors."""

    kind = models.CharField(_("kind"), max_length=30, choices=kinds_with_short_form)
    field = models.CharField(
        _("field"), max_length=60, help_text=_("The name that the portal gives it, for example “countries”.")
    )
    text_en = models.TextField(
        _("English text"), blank=True, help_text=_("For example “The country where the data were used.”")
    )
    text_fr = models.TextField(_("French text"), blank=True)
    text_ar = models.TextField(_("Arabic text"), blank=True)

    class Meta:
        verbose_name = _("guidance beside a field")
        verbose_name_plural = _("guidance beside fields")
        ordering = ["kind", "field"]
        constraints = [models.UniqueConstraint(fields=["kind", "field"], name="one_guidance_a_field")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.field}"

    def clean(self):
        names = [field.name for field in kind(self.kind).fields] if self.kind else []
        if self.kind and self.field not in names:
            raise ValidationError({"field": _("There is no such field. It may be: %s.") % ", ".join(sorted(names))})

    @property
    def text(self):
        """The text in the reader's language, in English where that is missing; escaped, as help is printed as HTML."""
        return escape(getattr(self, f"text_{reading_language()}", "") or self.text_en)


class WaitingMessage(models.Model):
    """What a visitor wrote to a member, until the address it came from is confirmed; then it is a mail and no row.

    The link of its mail works once, for a day; kept is only what the token hashes to, when that mail is sent.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150)
    text = models.TextField(_("message"))
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("message that waits for its address")
        verbose_name_plural = _("messages that wait for their addresses")
        ordering = ["asked_at", "pk"]

    def __str__(self):
        return self.name
