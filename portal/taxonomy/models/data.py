"""What data are about and in which form they come."""

from django.utils.translation import gettext_lazy as _

from .term import Term


class DataKind(Term):
    """What data are about: 13 groups, and kinds within them."""

    class Meta(Term.Meta):
        verbose_name = _("data kind")
        verbose_name_plural = _("data kinds")


class GeographyLevel(Term):
    """How fine places are held or given."""

    class Meta(Term.Meta):
        verbose_name = _("geography level")
        verbose_name_plural = _("geography levels")


class SharingRung(Term):
    """The finest form in which a part of a holding may go to an audience."""

    class Meta(Term.Meta):
        verbose_name = _("sharing rung")
        verbose_name_plural = _("sharing rungs")


class AccessMethod(Term):
    """How one gets at data."""

    class Meta(Term.Meta):
        verbose_name = _("access method")
        verbose_name_plural = _("access methods")


class UpdateFrequency(Term):
    """How often data are renewed, and when they count as overdue."""

    class Meta(Term.Meta):
        verbose_name = _("update frequency")
        verbose_name_plural = _("update frequencies")


class FileFormat(Term):
    """In which format data come."""

    class Meta(Term.Meta):
        verbose_name = _("file format")
        verbose_name_plural = _("file formats")


class Standard(Term):
    """Standards that data or exchanges follow."""

    class Meta(Term.Meta):
        verbose_name = _("standard")
        verbose_name_plural = _("standards")


class LinkageMethod(Term):
    """How sources are joined or data exchanged."""

    class Meta(Term.Meta):
        verbose_name = _("linkage method")
        verbose_name_plural = _("linkage methods")


class Licence(Term):
    """Under which licence a text or data may be used."""

    class Meta(Term.Meta):
        verbose_name = _("licence")
        verbose_name_plural = _("licences")
