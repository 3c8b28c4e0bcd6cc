import logging
from contextlib import nullcontext

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.access.changes import announce
from portal.access.enums import TextSensitivity, Zone
from portal.access.models import RecordIdentity
from portal.access.relations import first_read_by
from portal.access.services import ask_access, register_record
from portal.core.codes import new_code
from portal.records.linter import find
from portal.records.linter.gate import TooOpen, require_within
from portal.records.named_owners import with_silence
from portal.records.permissions import RecordPermissionTester, WithoutAlias
from portal.records.registry import kind_of
from portal.taxonomy.models import Country, DataKind, GeographyLevel, Licence, Sector
from portal.taxonomy.tree import held

from .asking import unanswered_since
from .saving import SavedRecord
from .serving import ServedRecord


class RecordPageQuerySet(PageQuerySet):
    def visible_to(self, user, zone=Zone.CARD):
        """Published records of which `user` may know (zone CARD) or whose details they may read (zone DETAILS)."""
        known = RecordIdentity.objects.visible_to(user, zone).filter(key=OuterRef("translation_key"))
        # Asked of each row, as `access.queries.visible_to` asks: SQLite would first list all that the user may see.
        return self.live().filter(Exists(known))


DRAFT_ONLY = frozenset({
    "wagtail_admin_comments", "latest_revision_created_at", "draft_title", "latest_revision", "has_unpublished_changes",
    "locked", "locked_at", "locked_by",
})  # fmt: skip
"""Fields of a page that say nothing of what is published: saving these alone is no change."""
BY_THE_CLOCK = "wagtail.publish.scheduled"
"""How Wagtail notes in its log what it publishes at its day."""
logger = logging.getLogger("portal.records")
RecordPageManager = PageManager.from_queryset(RecordPageQuerySet)


class RecordPage(ServedRecord, SavedRecord, Page):
    """A record with an address, a draft and a review. Who may see it is not here: a page's fields come from revisions.

    `key` finds its identity row (portal.access). The slug ends in the code's four characters, is set once and is the
    same in all languages.
    """

    summary = models.CharField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two plain sentences. If you leave this empty, the first 300 characters are taken."),
    )
    sectors = ParentalManyToManyField(Sector, verbose_name=_("sectors"), blank=True, related_name="+")
    countries = ParentalManyToManyField(Country, verbose_name=_("countries"), blank=True, related_name="+")
    coverage = models.ForeignKey(
        GeographyLevel,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("coverage"),
        help_text=_("Only where no single country is meant, for example “Global”."),
    )
    data_kinds = ParentalManyToManyField(DataKind, verbose_name=_("kinds of data"), blank=True, related_name="+")
    focal_mailbox = models.EmailField(
        _("mailbox for questions"), blank=True, help_text=_("A role mailbox, for example “im@example.org”.")
    )
    licence = models.ForeignKey(
        Licence,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("licence of this text"),
        help_text=_("If you leave this empty: CC BY 4.0, or the organisation's usual licence."),
    )
    reviewed_on = models.DateField(_("last confirmed on"), null=True, blank=True)
    review_due_on = models.DateField(_("to be confirmed again by"), null=True, blank=True)
    unconfirmed_fields = models.JSONField(_("fields from general knowledge"), default=list, blank=True)
    source_id = models.SlugField(max_length=100, blank=True, editable=False, db_index=True)
    is_demo = models.BooleanField(_("fictional"), default=False, editable=False)
    tags = ClusterTaggableManager(through="records.TaggedRecord", blank=True, verbose_name=_("tags"))

    objects = RecordPageManager()

    is_creatable = False
    subpage_types = []
    promote_panels = []
    settings_panels = []
    private_page_options = []
    copy_form_class = WithoutAlias
    asked_access = None
    """What the form asks of who may see it (arguments of `ask_access`); the next draft that is saved keeps it."""
    begins_with = {}
    """The organisations that own and keep a new record, as arguments of `register_record`; by default none."""
    text_starts_at = TextSensitivity.LOW
    """What the text is when the three questions are answered no; kinds that need more say so."""
    slug_of_page = None
    """Of a version: the address that its page has."""
    _copied_from = None
    """The identity row of the page that this is a copy of, until it is saved."""
    synchronized = (
        "sectors", "countries", "coverage", "data_kinds", "focal_mailbox", "licence", "reviewed_on", "review_due_on",
        "unconfirmed_fields", "source_id", "is_demo", "tags", "organisations", "sources", "links",
    )  # fmt: skip
    translated = ("title", "summary")
    override_translatable_fields = [
        *(TranslatableField(name) for name in translated),
        *(SynchronizedField(name) for name in ("slug", *synchronized)),
    ]

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")

    @property
    def key(self):
        """What finds the identity row: shared by translations, new for a copy."""
        return self.translation_key

    @property
    def identity(self):
        """The identity row, asked anew each time; None before the first save."""
        return self.identity_for(None)

    def identity_for(self, user):
        """The same, with how `user` stands to it."""
        rows = RecordIdentity.objects.select_related("owner", "custodian").filter(pk=self.key)
        return first_read_by(with_silence(rows), user)

    @cached_property
    def _workflow(self):
        return super().get_workflow()

    def get_workflow(self):
        """The review that its drafts go through, asked once: Wagtail's form asks seven times, one way or another."""
        return self._workflow

    @property
    def has_workflow(self):
        return self._workflow is not None

    @property
    def is_unpublished(self):
        """Whether nobody but its writers and editors has ever seen any of it, in no language."""
        pages = type(self).objects.filter(translation_key=self.translation_key)
        return not pages.exclude(first_published_at=None).exists()

    @property
    def unanswered_since(self):
        """Since when (a date) nobody answers whether it is still true, once that makes it unconfirmed; else None."""
        is_late = self.review_due_on is not None and self.review_due_on < timezone.localdate()
        return unanswered_since([self.key]).get(self.key) if is_late else None

    owner_in_words = ""
    """The owner of its data where no organisation of the list is chosen for it; kinds that ask for it say it."""

    @property
    def rests_on_sources(self):
        """Whether it names a published source: an address, or who published it in which year."""
        return any(source.url or (source.publisher and source.year) for source in self.sources.all())

    def zone_of(self, field):
        """The zone of one of its fields, by its kind's table; LookupError for an unknown field."""
        return kind_of(self).field(field).zone

    def _set_core_field_defaults(self):
        """Sets code and slug before Wagtail would make a slug of the title alone."""
        if self._state.adding and not hasattr(self, "_code") and not self._is_registered():
            self._code = new_code(kind_of(self).prefix, lambda code: RecordIdentity.objects.filter(code=code).exists())
            self.slug = self.slug_with(self._code)
        super()._set_core_field_defaults()

    def slug_with(self, code):
        """The address that an entry of this code gets: the words of its title and the last four signs."""
        # The address stays for ever, when what must not be read is long out of the title.
        words = "" if find(self.title) else slugify(self.title)[:80].strip("-")
        return f"{words or kind_of(self).index_path}-{code[-4:].lower()}"

    @transaction.atomic
    def save(self, clean=True, user=None, **options):
        if self.alias_of_id:
            # An alias would follow another page's text under an access of its own.
            raise PermissionDenied
        self._number_rows()
        is_new = self._state.adding
        if is_new and self.locale_id and self.get_parent().locale_id != self.locale_id:
            raise ValidationError(_("It must stand in the part of the site that has its language."))
        super().save(clean=clean, user=user, **options)
        # That there is no row was asked when the code was made.
        if is_new and (hasattr(self, "_code") or not self._is_registered()):
            self._register()
        elif not DRAFT_ONLY.issuperset(options.get("update_fields") or {"all"}):
            # Here and not by a signal of Wagtail's, which comes after the change is committed.
            announce(self.key)

    def _is_registered(self):
        """Whether there is an identity row: without reading it, and how somebody stands to it."""
        return RecordIdentity.objects.filter(pk=self.key).exists()

    def _register(self):
        kind = kind_of(self)
        levels = {"listed_to": kind.listed_to, "details_to": kind.details_to}
        register_record(
            key=self.key, kind=kind.key, code=self._code, by=self.owner, within=self._copied_from,
            **levels, **self.begins_with,
        )  # fmt: skip

    def copy_all_child_relations(self, target, **options):
        """Wagtail copies a page by this: tells the copy where it comes from."""
        target._copied_from = self.identity
        return super().copy_all_child_relations(target, **options)

    def _number_rows(self):
        """Rows stay in the order in which they were given: Wagtail's forms number them, code does not."""
        for rows in getattr(self, "_cluster_related_objects", {}).values():
            for number, row in enumerate(rows):
                if getattr(row, "sort_order", number) is None:
                    row.sort_order = number

    def save_revision(self, user=None, **options):
        """A draft, and with it what its author asks for access, which waits for the review."""
        with held(), transaction.atomic() if self.asked_access else nullcontext():
            revision = super().save_revision(user=user, **options)
            if self.asked_access:
                asked = {"starts_at": self.text_starts_at, **self.asked_access}
                identity = RecordIdentity.objects.get(pk=self.key)
                ask_access(identity=identity, by=user, is_draft=self.is_unpublished, **asked)
                self.asked_access = None
        return revision

    def with_content_json(self, content):
        """A version of the page; its address is no version's to change."""
        version = super().with_content_json({**content, "slug": self.slug})
        version.slug_of_page = self.slug
        return version

    def _check_slug_is_unique(self):
        """Asks where the address may be another: not of a version, which has that of its page."""
        if self.slug != self.slug_of_page:
            super()._check_slug_is_unique()

    def publish(self, revision, user=None, *, log_action=True, skip_permission_checks=False, **options):
        """Publishes a version unless it says what more people would read than may: raises TooOpen."""
        with held():
            # What is looked at is what is published: the same object, made once.
            action = PublishPageRevisionAction(revision, user, log_action=log_action, **options)
            try:
                require_within(action.object, self.identity)
            except TooOpen as refused:
                if log_action != BY_THE_CLOCK:
                    raise
                # Nobody is there to read why; the others of this hour are still to come.
                facts = {"facts": {"rule": type(refused).__name__}}
                logger.warning("not published: %s", self.identity.code, extra=facts)
                return None
            return action.execute(skip_permission_checks=skip_permission_checks)

    def permissions_for_user(self, user):
        return RecordPermissionTester(user, self)
