"""Who and where."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.languages import LANGUAGES
from portal.taxonomy.tree import tree_of

from .term import Term


class Sector(Term):
    """Clusters, areas of responsibility and working groups: whom a record concerns.

    Keys of one word are often what people call them by: WASH, GBV, MHPSS.
    """

    class Meta(Term.Meta):
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")

    @property
    def search_labels(self):
        return self.labels if "_" in self.key else (*self.labels, self.key.upper())


class Region(Term):
    """UN M49 regions: the broader terms of countries."""

    class Meta(Term.Meta):
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class Country(Term):
    """Countries with their UN names, and the areas that ISO 3166-1 lacks: where.

    Broader terms are the UN's regions, which are a vocabulary of their own. The short names of CLDR (`cldr_en` …)
    differ from UN usage in places: they are for search only, never for display.
    """

    projected = (*Term.projected, "region_id")

    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="countries", verbose_name=_("region")
    )

    class Meta(Term.Meta):
        verbose_name = _("country")
        verbose_name_plural = _("countries")

    @property
    def alpha_3(self):
        """The ISO 3166-1 code of three letters; empty for an area that has none."""
        return self.attributes.get("alpha_3", "")

    def labels_in(self, language):
        return (*super().labels_in(language), *filter(None, [self.attributes.get(f"cldr_{language}")]))

    @property
    def search_labels(self):
        short = (self.attributes.get(f"cldr_{language}", "") for language in LANGUAGES)
        return tuple(dict.fromkeys([*self.labels, *filter(None, short)]))

    def ancestors(self):
        """The regions it lies in, from the world to the nearest, as tree nodes."""
        return tree_of(Region).ancestors(self.region_id)


class OrganisationType(Term):
    """What kind of body an organisation is; says which are authorities."""

    class Meta(Term.Meta):
        verbose_name = _("organisation type")
        verbose_name_plural = _("organisation types")


class ParticipantRole(Term):
    """What part an organisation or person has in a record or event."""

    class Meta(Term.Meta):
        verbose_name = _("participant role")
        verbose_name_plural = _("participant roles")


class Expertise(Term):
    """What a member knows about."""

    class Meta(Term.Meta):
        verbose_name = _("expertise")
        verbose_name_plural = _("fields of expertise")
