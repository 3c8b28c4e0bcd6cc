from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from portal.core.codes import new_code
from portal.core.languages import reading_language
from portal.core.open_words import refusal
from portal.taxonomy.models import Country, OrganisationType, Sector

CODE_PREFIX = "ORG"


class OrganisationQuerySet(models.QuerySet):
    def live(self):
        """Those that stand for themselves: one that was merged into another leads there."""
        return self.filter(merged_into=None)


class Organisation(models.Model):
    """A body that holds, needs or shares data; members belong to it. Found by `key`, cited by `code`.

    One that turned out to be another's double stays as a row that says so, for its old address and its old names in
    versions of records; nothing else points at it any more (portal.records.merging).
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=12, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=120, unique=True, editable=False)
    source_id = models.SlugField(max_length=80, unique=True, null=True, blank=True, editable=False)
    name_en = models.CharField(_("English name"), max_length=250)
    name_fr = models.CharField(_("French name"), max_length=250, blank=True)
    name_ar = models.CharField(_("Arabic name"), max_length=250, blank=True)
    acronym = models.CharField(_("acronym"), max_length=40, blank=True, help_text=_("For example “UNMAS”."))
    also_named = models.JSONField(_("other names"), default=list, blank=True)
    kind = models.ForeignKey(OrganisationType, models.PROTECT, verbose_name=_("kind"))
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, editable=False, related_name="+")
    sectors = models.ManyToManyField(Sector, verbose_name=_("sectors"), blank=True)
    countries = models.ManyToManyField(Country, verbose_name=_("countries"), blank=True)
    website = models.URLField(_("website"), blank=True)
    mailbox = models.EmailField(
        _("mailbox"), blank=True, help_text=_("A role mailbox, for example “im@example.org”, outlives persons.")
    )
    email_domains = models.JSONField(_("e-mail domains"), default=list, blank=True)
    uses_igo_licence = models.BooleanField(
        _("publishes under the IGO licence"), default=False, help_text=_("Usual in the United Nations: CC BY 3.0 IGO.")
    )
    frozen_at = models.DateTimeField(_("frozen at"), null=True, blank=True, editable=False)
    frozen_because = models.TextField(_("frozen because"), blank=True, editable=False)
    unconfirmed_fields = models.JSONField(_("fields from general knowledge"), default=list, blank=True)
    is_demo = models.BooleanField(_("fictional"), default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name_en", "code"]

    def __str__(self):
        return self.short_name

    def save(self, **options):
        if not self.code:
            self.code = new_code(CODE_PREFIX, lambda code: Organisation.objects.filter(code=code).exists())
        if not self.slug:
            # The address stays for ever, when what must not be read is long out of the name.
            called = self.acronym or self.name_en
            words = "" if refusal(called) else slugify(called)[:100]
            self.slug = f"{words or 'organisation'}-{self.code[-4:].lower()}"
        super().save(**options)

    def get_absolute_url(self):
        return reverse("desk:organisation-detail", args=[self.slug])

    @property
    def name(self):
        """The name in the reader's language, in English where that is missing."""
        return getattr(self, f"name_{reading_language()}", "") or self.name_en

    @property
    def name_in_full(self):
        """The name in the reader's language with the acronym: many share one."""
        return self.with_acronym(self.name)

    def with_acronym(self, name):
        """One of its names, with the acronym behind it unless that is the name."""
        return f"{name} ({self.acronym})" if self.acronym and self.acronym != name else name

    @property
    def is_frozen(self):
        """Whether it is contested who speaks for it: until two editors settle that, nobody decides for it."""
        return self.frozen_at is not None

    @property
    def is_authority(self):
        """Whether who speaks for it takes a letter and two editors."""
        return self.kind.flag("is_authority")

    @property
    def short_name(self):
        """The acronym where there is one."""
        return self.acronym or self.name

    @property
    def names(self):
        """Every name it is known by."""
        return tuple(dict.fromkeys(filter(None, (*self.printed_names, *self.also_named))))

    @property
    def printed_names(self):
        """The names that stand where something names it: in one language or another, or short."""
        return tuple(dict.fromkeys(filter(None, (self.name_en, self.name_fr, self.name_ar, self.acronym))))
