"""The editors' form of a holding: its ladder offers what the holding has, and begins with the usual proposal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.access.enums import TextSensitivity
from portal.records.forms import RecordForm
from portal.records.term_fields import RowForm, RowsPanel
from portal.taxonomy.choosers import offer
from portal.taxonomy.models import DataKind
from practices.holdings.ladder import ASKED_FIRST
from practices.holdings.protocols import problems_with_protocol
from practices.holdings.usual import usual_ladder

CONFIRMED = "text_confirmed"


class StepForm(RowForm):
    """One step of the ladder: of the holding's own kinds, for one of the audiences that are asked about first."""

    offered = {"audience": {"key__in": ASKED_FIRST}}

    def __init__(self, *args, own_kinds=(), **options):
        super().__init__(*args, **options)
        kept = {*own_kinds, self.instance.data_kind_id} - {None}
        offer(self.fields["data_kind"], kept=sorted(kept), pk__in=())


class LadderPanel(RowsPanel):
    """The steps of the ladder."""

    row_form = StepForm

    def __init__(self, *args, **options):
        super().__init__(*args, **{"offered": StepForm.offered, **options})


class HoldingForm(RecordForm):
    """A holding's page. A ladder that nobody wrote is filled with the usual proposal when it is saved."""

    text_confirmed = forms.BooleanField(
        required=False,
        label=_("The owner, or a published source, has confirmed that this text may be public"),
        help_text=_(
            "Only where the data are of high or severe sensitivity, or not assessed: without it the text about them "
            "goes no further than members. The data themselves are never here."
        ),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.formsets["ladder"].form_kwargs["own_kinds"] = self._own_kinds()
        text = self.wish.starts_at if self.wish else self.identity and self.identity.text_sensitivity
        self.initial[CONFIRMED] = text == TextSensitivity.LOW

    def _own_kinds(self):
        """The primary keys of the holding's kinds, as sent or as stored."""
        if self.is_bound:
            sent = self.data.getlist(self.add_prefix("data_kinds"))
            return DataKind.objects.filter(pk__in=filter(str.isdigit, sent)).values_list("pk", flat=True)
        return [kind.pk for kind in self.initial.get("data_kinds", ())]

    @property
    def access_changed(self):
        return super().access_changed or ("listed_to" in self.data and CONFIRMED in self.changed_data)

    def asked_access(self):
        asked = super().asked_access()
        if asked and self.cleaned_data[CONFIRMED]:
            asked["starts_at"] = TextSensitivity.LOW
        return asked

    def clean(self):
        data = super().clean()
        for name, sentence in problems_with_protocol(data).items():
            self.add_error(name, sentence)
        return data

    def save(self, commit=True):
        page = super().save(commit)
        if not page.ladder.count():
            page.ladder.set(usual_ladder(page.data_kinds.all(), page.finest_level))
        return page
