from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.access.models import RecordIdentity
from portal.records.models import RecordPage
from portal.records.story import prose
from portal.search.index_pages import ListedIndexPage
from portal.taxonomy.models import OrganisationType
from practices.partnerships.enums import LookingFor, Ripeness
from practices.partnerships.panels import IDEA_FORM
from practices.partnerships.shown import beside


class IdeaIndexPage(ListedIndexPage):
    """The list of partnership ideas."""

    kind_key = "idea"
    subpage_types = ["partnerships.IdeaPage"]
    max_count_per_parent = 1
    template = "partnerships/idea_index_page.html"


class IdeaPage(RecordPage):
    """What organisations could do together with data: which, for what, by which steps.

    Its partners are `organisations`: naming one invites it, and its answer is its own (PartnerAnswer). How far it is
    stands in its timeline (IdeaChange), not here.
    """

    problem = prose(_("problem"), _("What cannot be decided, or not well, as things are."))
    idea = prose(_("idea"), _("What partners would do together, with which data."))
    what_would_change = prose(_("what would change"), _("Who would decide what better, and from when."))
    what_for = prose(_("what for"), _("What it would mean for people: safer, better assisted, heard."))
    how_known = prose(_("how we would know"), _("By what one sees that it works, for example “Requests answered”."))
    resources = prose(_("resources"), _("What it takes: people, money, tools, and who could give them."))
    partner_types = ParentalManyToManyField(
        OrganisationType,
        verbose_name=_("kinds of partners sought"),
        blank=True,
        related_name="+",
        help_text=_("Where no single organisation is meant, for example “Mine action operator”."),
    )
    partners_note = models.CharField(
        _("partners sought, in words"),
        max_length=300,
        blank=True,
        help_text=_("For example “A cluster that plans school repairs”."),
    )
    wants_data = models.BooleanField(_("looking for data"), default=False)
    wants_partner = models.BooleanField(_("looking for a partner"), default=False)
    wants_consent = models.BooleanField(_("looking for consent"), default=False)
    wants_funding = models.BooleanField(_("looking for funding"), default=False)
    wants_skills = models.BooleanField(_("looking for skills"), default=False)
    ripeness = models.CharField(_("how ripe"), max_length=10, choices=Ripeness, default=Ripeness.NOT_SAID)
    born_event = models.ForeignKey(
        RecordIdentity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "event"},
        verbose_name=_("born at which event"),
    )
    born_session = models.UUIDField(null=True, blank=True, editable=False)
    """The key of the session of that event, which stays the same over its versions and languages."""
    is_illustrative = models.BooleanField(
        _("illustrative"),
        default=False,
        help_text=_("An example that nobody has proposed. Untick it when somebody takes it up."),
    )

    edit_handler = IDEA_FORM
    parent_page_types = ["partnerships.IdeaIndexPage"]
    template = "partnerships/idea_page.html"
    own_texts = (
        "problem", "idea", "what_would_change", "what_for", "how_known", "resources", "partners_note", "joins", "steps",
        "risks",
    )  # fmt: skip
    own_synchronized = (
        "partner_types", "wants_data", "wants_partner", "wants_consent", "wants_funding", "wants_skills", "ripeness",
        "born_event", "born_session", "is_illustrative",
    )  # fmt: skip
    override_translatable_fields = [
        *RecordPage.override_translatable_fields,
        *(TranslatableField(name) for name in own_texts),
        *(SynchronizedField(name) for name in own_synchronized),
    ]

    class Meta:
        verbose_name = _("partnership idea")
        verbose_name_plural = _("partnership ideas")

    @property
    def looking_for(self):
        """What it is looking for, as LookingFor."""
        return [each for each in LookingFor if getattr(self, f"wants_{each.value}")]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        is_preview = getattr(request, "is_preview", False)
        return {**context, **beside(self, context["record"], request.user, may_act=not is_preview)}
