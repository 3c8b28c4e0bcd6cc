from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.harvest.enums import Format


class HarvestSource(models.Model):
    """A catalogue, or a search in one, whose data sets become drafts of data holdings.

    `address` is where it is asked; of files that people bring it is the site that gave them, or nothing.
    """

    format = models.CharField(_("format"), max_length=10, choices=Format, default=Format.CKAN)
    address = models.CharField(
        _("address"),
        max_length=1000,
        blank=True,
        help_text=_(
            "Of the site or of one search, for example “https://catalogue.example.org/api/3/action/package_search?q=mines”."
        ),
    )
    title = models.CharField(_("name"), max_length=200, help_text=_("What readers call it, for example “HDX”."))
    language = models.CharField(
        _("language of its texts"),
        max_length=5,
        choices=settings.LANGUAGES,
        blank=True,
        help_text=_("If you leave this empty, each text shows its own."),
    )
    is_scheduled = models.BooleanField(
        _("read every day"), default=False, help_text=_("By the scheduler, at an hour of its own.")
    )
    in_name_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asks in the name of"),
        help_text=_(
            "An editor who says that what this catalogue tells may be shown to everyone. Another editor approves each "
            "entry. If you leave this empty, what is approved stays unlisted until somebody decides who may see it."
        ),
    )
    etag = models.CharField(max_length=200, blank=True, editable=False)
    modified = models.CharField(max_length=100, blank=True, editable=False)
    read_at = models.DateTimeField(_("last read"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("catalogue to read")
        verbose_name_plural = _("catalogues to read")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["format", "address"],
                name="one_source_an_address",
                violation_error_message=_("This catalogue is read already: change that one."),
            )
        ]

    def __str__(self):
        return self.title
