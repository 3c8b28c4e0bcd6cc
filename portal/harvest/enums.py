from django.db import models
from django.utils.translation import gettext_lazy as _


class Format(models.TextChoices):
    """In which form a catalogue tells of its data sets."""

    CKAN = "ckan", _("CKAN or HDX")
    DCAT = "dcat", _("DCAT (JSON-LD, Turtle, RDF/XML)")
