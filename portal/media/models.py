from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage


class PortalImage(AbstractImage):
    """A picture with what readers who do not see it are told, and who took it."""

    credit = models.CharField(_("credit"), max_length=200, blank=True, help_text=_("Who took it, for example “IOM”."))

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        permissions = [("choose_portalimage", "Can choose image")]


class PortalRendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="one_rendition_each")
        ]


class PortalDocument(AbstractDocument):
    """A file that a record shows."""

    admin_form_fields = WagtailDocument.admin_form_fields

    @property
    def url(self):
        """Where records/files.py serves it; Wagtail's own address counts up and decides by collections."""
        return self.file.url

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_portaldocument", "Can choose document")]
