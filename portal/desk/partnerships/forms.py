"""What one says of an idea, as forms: to which state it goes, under which other one it goes on, what a partner says."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.access.drafts import written_by
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.desk.contribute.form_fields import RecordChoice, known_records
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
