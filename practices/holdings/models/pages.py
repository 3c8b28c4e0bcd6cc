from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.access.enums import TextSensitivity
from portal.records.models import RecordPage
from portal.records.years import require_in_order, years_in_words
from portal.search.index_pages import ListedIndexPage
from practices.holdings.enums import Basis, Consent
from practices.holdings.panels import HOLDING_FORM
from practices.holdings.protocols import class_of, counts_for
from practices.holdings.shown import class_in_words, ladders_of, states_of
from practices.holdings.structured import whole_catalogue

from .access import HowToGetIt
from .consent import ListedWithConsent
from .content import WhatIsHeld

NOT_AGREED = _(
    "It cannot be listed with the consent of the owner before the owner agreed: choose “Owner agreed” here, or another "
    "basis to list."
)
OPEN = {"low", "moderate"}
"""Sensitivities of data that say nothing against a public text about them."""


class DataHoldingIndexPage(ListedIndexPage):
    """The list of data holdings."""

    kind_key = "holding"
    subpage_types = ["holdings.DataHoldingPage"]
    max_count_per_parent = 1
    template = "holdings/data_holding_index_page.html"

    def get_context(self, request, *args, **kwargs):
        return {**super().get_context(request, *args, **kwargs), "catalogue": whole_catalogue()}


class DataHoldingPage(WhatIsHeld, ListedWithConsent, HowToGetIt, RecordPage):
    """The catalogue card of data that somebody holds: what they are, whose, who may get them in which form."""

    edit_handler = HOLDING_FORM
    parent_page_types = ["holdings.DataHoldingIndexPage"]
    template = "holdings/data_holding_page.html"
    own_texts = (
        "data_note", "owner_note", "level_note", "period_note", "unit_of_record", "collection_method",
        "frequency_note", "data_languages", "standards_note", "known_quality", "not_to_be_used_for", "assessed_why",
        "access_note", "licence_note", "ladder", "uses",
    )  # fmt: skip
    own_synchronized = (
        "finest_level", "from_year", "to_year", "record_count", "update_frequency", "last_updated_on", "platform",
        "platform_note", "formats", "standards", "has_pcodes", "by_sex", "by_age", "by_disability", "successor",
        "basis", "owner_consent", "owner_consent_on", "owner_consent_by", "owner_consent_until", "data_sensitivity",
        "assessed_by", "assessed_on", "contains_personal_data", "contains_exact_locations", "access_method",
        "other_access_methods", "required_agreement", "request_address", "usual_answer_days", "data_licence",
        "data_url",
    )  # fmt: skip
    override_translatable_fields = [
        *RecordPage.override_translatable_fields,
        *(TranslatableField(name) for name in own_texts),
        *(SynchronizedField(name) for name in own_synchronized),
    ]

    class Meta:
        verbose_name = _("data holding")
        verbose_name_plural = _("data holdings")

    def clean(self):
        super().clean()
        require_in_order(self.from_year, self.to_year)
        if self.basis == Basis.OWNER_CONSENT and self.owner_consent != Consent.GIVEN:
            raise ValidationError({"owner_consent": NOT_AGREED})

    @property
    def text_starts_at(self):
        """Moderate where the data are high, severe or not assessed, until its text is confirmed as low. What a protocol
        says counts where the holding says less without a reason."""
        is_open = self.data_sensitivity is not None and self.data_sensitivity.key in OPEN
        if is_open and counts_for(self, said := class_of(self)):
            is_open = said.sensitivity.key in OPEN
        return TextSensitivity.LOW if is_open else TextSensitivity.MODERATE

    @property
    def owner_in_words(self):
        return self.owner_note

    @property
    def rests_on_sources(self):
        """Said by its basis: sources of others, or what the owner published itself."""
        return self.basis in (Basis.PUBLIC_SOURCES, Basis.OWNER_PUBLICATION)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["states"] = states_of(self)
        context["by_protocol"] = class_in_words(self, request.user, context["record"].details_readable)
        if context["record"].details_readable:
            context |= ladders_of(self, self.read_identity, request.user)
        return context

    @property
    def years(self):
        """The years it covers, for people; “from 2021” where it goes on."""
        return years_in_words(self.from_year, self.to_year)
