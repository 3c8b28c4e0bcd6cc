"""Wagtail's forms of documents and pictures: what must not be in a file is refused, and said. Named in settings."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from . import find
from .uploads import findings_in_document, is_geodata, place_in_picture

MOST_NAMED = 5


class WithoutPlaces:
    """Reads the words about a file; a file is for whoever reads the pages that show it, so none may hold anything."""

    def clean(self):
        data = super().clean()
        for name in ("title", "description", "credit"):
            if found := find(data.get(name) or ""):
                self.add_error(name, _("Take this out: %s.") % _named(found))
        return data


class DocumentForm(WithoutPlaces, BaseDocumentForm):
    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data or not file:
            return file
        if is_geodata(file.name):
            raise ValidationError(
                _("This is geographic data. The portal keeps no places: say in words who holds them.")
            )
        if found := findings_in_document(file):
            raise ValidationError(
                _("This file holds what must not be here: %s. Take it out and add it again.") % _named(found)
            )
        return file


class ImageForm(WithoutPlaces, BaseImageForm):
    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and file and place_in_picture(file):
            raise ValidationError(
                _(
                    "This picture says where it was taken. Remove that first (in its properties, or by saving a copy "
                    "without location), then add it again."
                )
            )
        return file


def _named(found):
    """What was found, in words: the first few of it."""
    said = dict.fromkeys(f"“{' '.join(each.what.split())[:60]}” ({each.kind.label})" for each in found)
    return ", ".join(list(said)[:MOST_NAMED])
