"""What is asked for, and what is decided: plain forms, the same on a page and behind the link of a mail."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.directory.models import Organisation
from portal.taxonomy.choosers import TermChoiceField, TermMultipleChoiceField
from portal.taxonomy.models import Country, DataKind, DecisionPurpose, SharingRung, WithholdingReason
from practices.requests.enums import Channel, Subject
from practices.requests.models import DataRequest
from practices.requests.services import Letter

NOTHING = "nothing"
OF_DATA = ("part", "form", "decision", "safekeeping")
"""What is asked of data only."""
LETTER = ("letter_number", "letter_on")
"""The last form of the ladder: nobody asks for it."""


def _day(**options):
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class AskForm(forms.ModelForm):
    """A request: for what, until when, who will see it; of data also which part, in which form, and how it is kept.

    The details of an entry are read here: there is no part of them, and nothing to keep or to destroy.
    """

    form = TermChoiceField(SharingRung, label=_("Coarsest form that helps"), empty_label="—")
    purpose = TermChoiceField(DecisionPurpose, label=_("Purpose"), empty_label="—")
    data_kinds = TermMultipleChoiceField(
        DataKind, label=_("Kinds of data"), widget=forms.SelectMultiple(attrs={"size": 8})
    )
    countries = TermMultipleChoiceField(Country, label=_("Countries"), widget=forms.SelectMultiple(attrs={"size": 8}))
    until = _day(label=_("Needed until"), help_text=_("Access ends on this day."))
    acknowledged = forms.BooleanField(
        label=_("I use it for this purpose alone, give it to nobody else, and say when it is destroyed."),
        error_messages={"required": _("Tick this: without it nobody can say yes.")},
    )
    field_order = (
        "subject", "asked_for", "for_all_of_it", "data_kinds", "countries", "part", "form", "purpose", "decision",
        "until", "readers", "safekeeping", "acknowledged",
    )  # fmt: skip

    class Meta:
        model = DataRequest
        fields = (
            "subject", "asked_for", "for_all_of_it", "part", "form", "purpose", "decision", "until", "readers",
            "safekeeping",
        )  # fmt: skip
        widgets = {
            "decision": forms.Textarea(attrs={"rows": 2}),
            "readers": forms.Textarea(attrs={"rows": 2}),
            "safekeeping": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, subject, organisations, is_listed, **options):
        super().__init__(*args, **options)
        self.fields["subject"].choices = [(subject.value, subject.label)]
        self.fields["form"].queryset = SharingRung.objects.current().exclude(key=NOTHING)
        self.fields["form"].help_text = _("The coarser it is, the sooner it is given.")
        self.fields["asked_for"].queryset = Organisation.objects.filter(pk__in=organisations)
        self.fields["asked_for"].empty_label = None
        # One choice is no question.
        self._settle("subject", subject.value)
        self._settle("asked_for", next(iter(organisations)) if len(organisations) == 1 else None)
        self._leave_out(("for_all_of_it",) if subject == Subject.DATA else OF_DATA)
        if is_listed or subject == Subject.DETAILS:
            self._leave_out(("data_kinds", "countries"))
        for name in set(OF_DATA) & self.fields.keys():
            self.fields[name].required = True
        if subject == Subject.DETAILS:
            self.fields["acknowledged"].label = _("I use it for this purpose alone, and give it to nobody else.")

    def _leave_out(self, names):
        for name in names:
            del self.fields[name]

    def _settle(self, name, value):
        if value is not None:
            self.initial[name] = value
            self.fields[name].widget = forms.HiddenInput()

    def clean(self):
        self.cleaned_data.pop("acknowledged", None)
        return super().clean()


class NoteForm(forms.Form):
    """A message in words."""

    note = forms.CharField(
        label=_("Message"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class LetterForm(forms.Form):
    """What is decided in the owner's place: number and date of the owner's letter."""

    letter_number = forms.CharField(
        required=False,
        max_length=80,
        label=_("Number of the owner's letter"),
        help_text=_("Needed when you decide in the owner's place. The owner is told and may take it back."),
    )
    letter_on = _day(required=False, label=_("Date of the letter"))

    def __init__(self, *args, by_letter, **options):
        super().__init__(*args, **options)
        self.order_fields([name for name in self.fields if name not in LETTER])
        if not by_letter:
            for name in LETTER:
                del self.fields[name]

    @property
    def letter(self):
        return Letter(self.cleaned_data.get("letter_number", ""), self.cleaned_data.get("letter_on"))


class DecideForm(LetterForm):
    """Approve, refuse, or ask for more: one form with a button for each."""

    note = forms.CharField(
        label=_("Message, or conditions"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Who asked reads it. What you write with an approval is a condition."),
    )
    until = _day(required=False, label=_("Approved until"), help_text=_("Only if it is to end earlier than asked."))
    agreement = forms.ChoiceField(
        required=False,
        label=_("On which agreement"),
        help_text=_("If you choose one, what you give ends with it at the latest."),
    )
    reason = TermChoiceField(
        WithholdingReason,
        required=False,
        label=_("Why not"),
        empty_label="—",
        help_text=_("Needed when you refuse. Counted without your name, to find what stands in the way."),
    )

    def __init__(self, *args, agreements=(), **options):
        super().__init__(*args, **options)
        self.fields["agreement"].choices = [("", "—"), *agreements]
        if not agreements:
            del self.fields["agreement"]


class LongerForm(LetterForm):
    """Whether data that were handed over may be kept longer."""

    note = forms.CharField(
        label=_("Message, or conditions"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Who asked reads it. Needed when you say no."),
    )
    until = _day(
        required=False, label=_("May be kept until"), help_text=_("Only if it is to end earlier than they ask.")
    )


class HandOverForm(forms.Form):
    """That data were handed over."""

    delivered_on = _day(label=_("Handed over on"))
    channel = forms.ChoiceField(label=_("How"), choices=Channel)
    keep_until = _day(label=_("To be destroyed by"))


class ReceivedForm(forms.Form):
    """That they came."""

    received_on = _day(label=_("Received on"))


class DestroyedForm(forms.Form):
    """That they are destroyed."""

    destroyed_on = _day(label=_("Destroyed on"))


class AskLongerForm(forms.Form):
    """That they are needed longer."""

    until = _day(label=_("Needed until"))
    note = forms.CharField(
        label=_("Why you need them longer"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example “The survey was put off to March.” Who decides reads it."),
    )
