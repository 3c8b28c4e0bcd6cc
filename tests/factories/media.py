"""Files in private storage."""

import factory
from factory.django import DjangoModelFactory, FileField, ImageField

from portal.media.models import PortalDocument, PortalImage, PortalRendition


class DocumentFactory(DjangoModelFactory):
    class Meta:
        model = PortalDocument

    title = factory.Sequence(lambda number: f"Document {number}")
    file = FileField(filename="Notes of the meeting.pdf", data=b"%PDF-1.4 notes")


class ImageFactory(DjangoModelFactory):
    class Meta:
        model = PortalImage

    title = factory.Sequence(lambda number: f"Picture {number}")
    file = ImageField(filename="Picture.PNG", width=40, height=30, format="PNG")


class RenditionFactory(DjangoModelFactory):
    """A size of a picture that was asked for before: Wagtail leaves a temporary file open where it makes one."""

    class Meta:
        model = PortalRendition

    image = factory.SubFactory(ImageFactory)
    filter_spec = "width-500"
    width, height = 40, 30
    file = ImageField(filename="Picture.PNG", width=40, height=30, format="PNG")
