"""What one says of an idea, as forms: to which state it goes, under which other one it goes on, what a partner says."""

from dataclasses import replace

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.drafts import written_by
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.desk.contribute.form_fields import OrganisationChoice, RecordChoice, known_organisations, known_records
from portal.directory.models import Organisation
from practices.partnerships.enums import Answer
from practices.partnerships.models.life import LONGEST
from practices.partnerships.rights import IDEA


class ReasonForm(forms.Form):
    """Why; whoever reads the idea reads it, too."""

    reason = forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Why"),
        help_text=_("Whoever may read the idea sees it. For example “Two partners have agreed on the fields.”"),
    )


class StateForm(ReasonForm):
    """To which of the states that may follow (`states`) an idea goes."""

    to = forms.ChoiceField(widget=forms.RadioSelect, label=_("How far is it now?"))

    field_order = ["to", "reason"]

    def __init__(self, *args, states, **options):
        super().__init__(*args, **options)
        self.fields["to"].choices = [(state.key, _said(state)) for state in states]


class MergeForm(ReasonForm):
    """Which idea goes on; offered are those that its user may merge `other` with."""

    into = RecordChoice(
        RecordIdentity.objects.none(), empty_label="—", label=_("Which idea goes on?"),
        help_text=_("It keeps its text. Who wrote this one writes there, too; partners and supporters go along."),
    )  # fmt: skip

    field_order = ["into", "reason"]

    def __init__(self, *args, user, other, **options):
        super().__init__(*args, **options)
        self.fields["into"].queryset = _ideas_of(user).exclude(pk=other.pk)


class PlanForm(forms.Form):
    """Of which steps of the plan (`steps`) follow-up actions are made; who does those that name nobody, and by when."""

    steps = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, label=_("Steps"))
    organisation = OrganisationChoice(
        Organisation.objects.none(), required=False, empty_label="—", to_field_name="code",
        label=_("Who does the steps that name no organisation"),
    )  # fmt: skip
    due_on = forms.DateField(
        required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        label=_("Until when, for the steps without a day"),
    )  # fmt: skip

    def __init__(self, *args, user, steps, **options):
        super().__init__(*args, **options)
        self.by_key = {step.key.hex: step for step in steps}
        self.fields["steps"].choices = [(key, step.text) for key, step in self.by_key.items()]
        self.initial.setdefault("steps", list(self.by_key))
        self.fields["organisation"].queryset = known_organisations(user)

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Give a later one."))
        return day

    def clean(self):
        super().clean()
        chosen = [self.by_key[key] for key in self.cleaned_data.get("steps", ())]
        if any(step.organisation is None for step in chosen) and not self.cleaned_data.get("organisation"):
            self.add_error("organisation", _("Choose one: a step that is ticked names none."))
        lacks_day = "due_on" not in self.errors and not self.cleaned_data.get("due_on")
        if lacks_day and any(step.due_on is None for step in chosen):
            self.add_error("due_on", _("Give a day: a step that is ticked has none."))

    def chosen(self):
        """The PlannedSteps that were ticked, with what was said for those that say nothing themselves."""
        said = self.cleaned_data
        return [
            replace(
                self.by_key[key],
                organisation=self.by_key[key].organisation or said["organisation"],
                due_on=self.by_key[key].due_on or said["due_on"],
            )
            for key in said["steps"]
        ]


class AnswerForm(forms.Form):
    """What one of the organisations for which somebody speaks answers."""

    organisation = forms.ChoiceField(label=_("Organisation"))
    answer = forms.ChoiceField(choices=Answer, widget=forms.RadioSelect, label=_("Answer"))

    def __init__(self, *args, organisations, **options):
        super().__init__(*args, **options)
        self.by_code = {each.code: each for each in organisations}
        self.fields["organisation"].choices = [(code, each.name_in_full) for code, each in self.by_code.items()]

    @property
    def chosen(self):
        """The organisation that answers."""
        return self.by_code[self.cleaned_data["organisation"]]


def _ideas_of(user):
    """The ideas that somebody may move, as `practices.partnerships.rights.may_move` says it of one."""
    known = known_records(user, kind=IDEA, withdrawn_at=None)
    reader = reader_of(user).deciding
    if reader.is_editor:
        return known
    own = Q(owner__in=reader.focal_ids) | Q(custodian__in=reader.focal_ids)
    return known.filter(own | Q(pk__in=written_by(user).values("pk")))


def _said(state):
    if state.flag("needs_reason"):
        return _("%(state)s (say why)") % {"state": state.label}
    return state.label
