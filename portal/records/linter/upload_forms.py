"""Wagtail's forms of documents and pictures: what must not be in a file is refused, and said. Named in settings."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.core.open_words import OpenWords

from . import find
from .gate import named
from .uploads import Unreadable, findings_in_document, findings_in_picture, is_geodata

PLACE = "place of a picture"


class HarmlessFile(OpenWords):
    """Reads a file and the words about it; it is for whoever reads the pages that show it, so it may hold nothing."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and file:
            self.require_harmless(file)
        return file

    def require_harmless(self, file):
        """Raises ValidationError when the name of a file or what is in it must not be here, or cannot be read."""
        if is_geodata(file.name):
            raise ValidationError(
                _("This is geographic data. The portal keeps no places: say in words who holds them.")
            )
        try:
            found = [*find(file.name), *self.findings_in(file)]
        except Unreadable as error:
            raise ValidationError(str(error)) from error
        if found:
            raise ValidationError(self.said_of(found))

    def said_of(self, found):
        """The sentence that refuses a file with these Findings."""
        return _("This file holds what must not be here: %s. Take it out and add it again.") % named(found)


class DocumentForm(HarmlessFile, BaseDocumentForm):
    def findings_in(self, file):
        return findings_in_document(file, file.name)


class ImageForm(HarmlessFile, BaseImageForm):
    def findings_in(self, file):
        return findings_in_picture(file)

    def said_of(self, found):
        if any(each.rule == PLACE for each in found):
            return _(
                "This picture says where it was taken. Remove that first (in its properties, or by saving a copy "
                "without location), then add it again."
            )
        return super().said_of(found)
