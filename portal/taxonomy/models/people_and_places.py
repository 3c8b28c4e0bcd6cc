"""Who and where."""

from django.utils.translation import gettext_lazy as _

from .term import Term


class Sector(Term):
    """Clusters, areas of responsibility and working groups: whom a record concerns."""

    class Meta(Term.Meta):
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")


class Country(Term):
    """Countries with their UN names, and the areas that ISO 3166-1 lacks: where."""

    class Meta(Term.Meta):
        verbose_name = _("country")
        verbose_name_plural = _("countries")


class Region(Term):
    """UN M49 regions: the broader terms of countries."""

    class Meta(Term.Meta):
        verbose_name = _("region")
        verbose_name_plural = _("regions")


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
