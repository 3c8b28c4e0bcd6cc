from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.records.linter.gate import refusal_of_short_text
from portal.taxonomy.models import Country, DataKind

from .enums import Degree


class CoverageStatementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Statements of organisations that `user` may know of: who says it is half of what is said."""
        known = RecordIdentity.objects.visible_to(user).filter(key=OuterRef("said_by__key"))
        return self.filter(Exists(known))


class CoverageStatement(models.Model):
    """What one organisation says of how well a country is covered by data of a kind. Others may say otherwise.

    It is on the page of the country at once, for who may know of the organisation; that may become everyone, so its
    words are such as everyone may read.
    """

    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("country"))
    data_kind = models.ForeignKey(
        DataKind,
        models.PROTECT,
        related_name="+",
        verbose_name=_("kind of data"),
        help_text=_("Best a broad one, for example “Survey and clearance”."),
    )
    degree = models.CharField(
        _("covered"),
        max_length=20,
        choices=Degree,
        help_text=_("“Good” where most of the country has recent data; “not applicable” where there can be none."),
    )
    said_by = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        verbose_name=_("said by"),
        help_text=_("Readers see this name. Who may not know of the organisation does not see the statement."),
    )
    said_on = models.DateField(_("said on"))
    source = models.CharField(
        _("source"), max_length=300, blank=True, help_text=_("For example “Minutes of the coordination meeting”.")
    )
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("For example “The north has not been surveyed since 2019.”")
    )

    objects = CoverageStatementQuerySet.as_manager()
    # Of an organisation and its double, both of which said something: what was said last stays.
    newest_stays = {"said_by": "said_on"}

    class Meta:
        verbose_name = _("statement on coverage")
        verbose_name_plural = _("statements on coverage")
        ordering = ["country__label_en", "data_kind__sort_order", "-said_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "data_kind", "said_by"],
                name="coverage_said_once",
                violation_error_message=_("This organisation has said something on this kind of data here: change it."),
            )
        ]

    def __str__(self):
        return f"{self.country}: {self.data_kind}, {self.get_degree_display()}"

    def clean(self):
        problems = {name: problem for name in ("source", "note") if (problem := self._problem_of(name))}
        if problems:
            raise ValidationError(problems)

    def _problem_of(self, name):
        label = capfirst(self._meta.get_field(name).verbose_name)
        return refusal_of_short_text(getattr(self, name), label, Level.PUBLIC)
