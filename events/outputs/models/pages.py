from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string
from wagtail_localize.fields import SynchronizedField, TranslatableField

from events.outputs.choosing import questions_to_choose, sessions_to_choose
from events.outputs.enums import What
from events.outputs.panels import OUTPUT_FORM
from events.outputs.shown import beside
from events.outputs.with_sessions import with_sessions
from portal.access.models import RecordIdentity
from portal.records.models import RecordPage
from portal.records.row_keys import RowKey
from portal.records.story import prose
from portal.search.index_pages import ListedIndexPage
from portal.taxonomy.models import BarrierKind, OutputKind


class OutputIndexPage(ListedIndexPage):
    """The list of outputs."""

    kind_key = "output"
    subpage_types = ["outputs.OutputPage"]
    max_count_per_parent = 1
    template = "outputs/output_index_page.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "listing": with_sessions(context["listing"], request.user)}


class OutputPage(RecordPage):
    """Something that came out of an event: a finding, an answer, a barrier or its solution, a recommendation, a
    decision, a document. It names its event by identity and its session by the session's stable key."""

    what = models.CharField(_("what it is"), max_length=14, choices=What, default=What.FINDING)
    text = prose(_("text"), _("What was found, answered or decided. Nobody is named as having said it."))
    event = models.ForeignKey(
        RecordIdentity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "event"},
        verbose_name=_("event"),
    )
    session = RowKey(
        _("session"),
        among=sessions_to_choose,
        null=True,
        blank=True,
        help_text=_("Those of the event that is chosen above, once it is saved."),
    )
    question = RowKey(_("key question that it answers"), among=questions_to_choose, null=True, blank=True)
    barrier_kind = models.ForeignKey(
        BarrierKind,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kind of barrier"),
        help_text=_("Of a barrier, or of what overcomes one."),
    )
    output_kind = models.ForeignKey(
        OutputKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kind of document")
    )
    document = models.ForeignKey(
        get_document_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
    )

    edit_handler = OUTPUT_FORM
    parent_page_types = ["outputs.OutputIndexPage"]
    template = "outputs/output_page.html"
    own_texts = ("text",)
    own_synchronized = ("what", "event", "session", "question", "barrier_kind", "output_kind", "document")
    override_translatable_fields = [
        *RecordPage.override_translatable_fields,
        *(TranslatableField(name) for name in own_texts),
        *(SynchronizedField(name) for name in own_synchronized),
    ]

    class Meta:
        verbose_name = _("output")
        verbose_name_plural = _("outputs")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **beside(self, context["record"], request)}
