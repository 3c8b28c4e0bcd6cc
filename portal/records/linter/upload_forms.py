"""Wagtail's forms of documents and pictures: what must not be in a file is refused, and said. Named in settings."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.core.open_words import OpenWords

from .gate import named
from .uploads import findings_in_document, is_geodata, place_in_picture


# The words about a file are open words: it is for whoever reads the pages that show it.
class DocumentForm(OpenWords, BaseDocumentForm):
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
                _("This file holds what must not be here: %s. Take it out and add it again.") % named(found)
            )
        return file


class ImageForm(OpenWords, BaseImageForm):
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
