"""Files in private storage."""

import factory
from factory.django import DjangoModelFactory, FileField, ImageField

from portal.media.models import PortalDocument, PortalImage


class DocumentFactory(DjangoModelFactory):
    class Meta:
        model = PortalDocument

    title = factory.Sequence(lambda number: f"Document {number}")
    file = FileField(filename="Notes of the meeting.pdf", data=b"%PDF-1.4 notes")


class ImageFactory(DjangoModelFactory):
    class Meta:
        model = PortalImage

    title = factory.Sequence(lambda number: f"Picture {number}")
    file = ImageField(filename="Picture.PNG", width=40, height=30)
