"""Forms of actions: a new one, its words, who does it, how far it is; several at once."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.actions.enums import State
from events.actions.models import FollowUpAction
from events.actions.states import next_states, term_of
from portal.access.enums import Level, TextSensitivity
from portal.access.models import RecordIdentity
from portal.core.form_keys import FormKeyField
from portal.desk.contribute.form_fields import OrganisationChoice, known_organisations
from portal.desk.members.choosing import MemberChoice, members_to_choose
from portal.directory.models import Organisation
from portal.records.access_fields import ANSWERS, AccessFields
from portal.taxonomy.choosers import TermMultipleChoiceField
from portal.taxonomy.models import Country, Sector

PERSON = _("Members who agreed to be found. They hear when it is due and report here.")
PASSED = _("This day has passed. Give a later one.")
LEVELS = (
    (Level.MEMBERS.value, _("Members of the community: people with an active membership, whatever their organisation")),
    (Level.NAMED.value, _("Members of the organisation in charge, and of yours")),
    (Level.OWNER.value, _("The focal points of the two, and the editors of this portal")),
)
QUESTIONS = ("names_person", "names_place", "tells_unpublished")
HELP = {name: FollowUpAction._meta.get_field(name).help_text for name in ("title", "details", "person_email")}


def _day(**options):
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


def _organisation(**options):
    """Known by its code: a number that counts up would tell how many there are of which one may not know."""
    words = {"label": _("Organisation in charge"), "empty_label": "—", "to_field_name": "code"}
    return OrganisationChoice(Organisation.objects.none(), **words, **options)


def _note(**options):
    return forms.CharField(required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), **options)


def _coming(day):
    """Raises ValidationError for a day before today."""
    if day and day < timezone.localdate():
        raise forms.ValidationError(PASSED)
    return day


class WordsForm(forms.Form):
    """What is to be done."""

    title = forms.CharField(max_length=200, label=_("What is to be done"), help_text=HELP["title"])
    details = forms.CharField(
        required=False, max_length=4000, label=_("More about it"), help_text=HELP["details"],
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class DoneByForm(forms.Form):
    """Who does it: an organisation, and where it is known a person, a member or somebody with an address alone. `known`
    are users that may be chosen without having agreed to be found: who does it already."""

    organisation = _organisation()
    person = MemberChoice(required=False, label=_("Person, if a member"), help_text=PERSON)
    person_email = forms.EmailField(
        required=False, label=_("E-mail of a person without an account"), help_text=HELP["person_email"]
    )

    def __init__(self, *args, user, known=(), **options):
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = known_organisations(user)
        self.fields["person"].queryset = members_to_choose(user, *known)

    def clean_person(self):
        """The user that the member is."""
        member = self.cleaned_data["person"]
        return member and member.user

    def clean(self):
        data = super().clean()
        if data.get("person") and data.get("person_email"):
            self.add_error("person_email", _("Name a member or an e-mail address, not both."))
        return data


class NewForm(DoneByForm, WordsForm):
    """A new action: the questions of the short form, then who may see it."""

    due_on = _day(label=_("Due on"))
    level = forms.ChoiceField(widget=forms.RadioSelect, label=_("Who may see this?"), choices=LEVELS)
    names_person = AccessFields.base_fields["names_person"]
    names_place = AccessFields.base_fields["names_place"]
    tells_unpublished = AccessFields.base_fields["tells_unpublished"]
    field_order = ("title", "organisation", "due_on", "person", "person_email", "details", "level", *QUESTIONS)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name in QUESTIONS:
            self.fields[name].required = True
        self.fields["key"] = FormKeyField(options["user"], "action")

    def clean_due_on(self):
        return _coming(self.cleaned_data["due_on"])

    def said(self):
        """The arguments of `open_action`: a yes to one of the questions narrows who reads it."""
        said = dict(self.cleaned_data)
        answers = [ANSWERS[said.pop(name)] for name in QUESTIONS]
        # Named organisations are none here: what would be for these is for who is in charge and who made it.
        said["sensitivity"] = TextSensitivity.HIGH if any(answers) else TextSensitivity.MODERATE
        return said


class ChangeForm(WordsForm):
    """Its words, where it is, what it led to."""

    countries = TermMultipleChoiceField(
        Country, required=False, label=_("Countries"), widget=forms.SelectMultiple(attrs={"size": 8})
    )
    sectors = TermMultipleChoiceField(Sector, required=False, label=_("Sectors"), widget=forms.CheckboxSelectMultiple)
    led_to = forms.CharField(
        required=False, max_length=300, label=_("What it led to"),
        help_text=_("Codes of entries, for example “CS-7K3M, FL-2B8Q”."),
    )  # fmt: skip

    def __init__(self, *args, user, kept=(), **options):
        super().__init__(*args, **options)
        self.user, self.kept = user, kept

    def clean_led_to(self):
        """The identities of the codes, with those that this person may not know of: they stay."""
        typed = dict.fromkeys(self.cleaned_data["led_to"].upper().replace(",", " ").replace(";", " ").split())
        known = RecordIdentity.objects.visible_to(self.user).filter(code__in=typed)
        found = {row.code: row for row in known}
        if unknown := [code for code in typed if code not in found]:
            raise forms.ValidationError(
                _("There is no entry with the code %(codes)s. Write codes as “CS-7K3M”."),
                params={"codes": ", ".join(unknown)[:100]},
            )
        return [*found.values(), *self.kept]


class HandOnForm(DoneByForm):
    """Who does it from now on, and by when."""

    due_on = _day(label=_("Due on"))
    note = _note(label=_("Note"), help_text=_("Why. Who may read the action reads it."))
    field_order = ("organisation", "person", "person_email", "due_on", "note")


class ReportForm(forms.Form):
    """How far it is."""

    state = forms.ChoiceField(label=_("How far is it?"), widget=forms.RadioSelect)
    note = _note(
        label=_("Note"),
        help_text=_("Needed when it is blocked, done or dropped: what you need, what was achieved, or why."),
    )

    def __init__(self, *args, action, **options):
        super().__init__(*args, **options)
        follow = [State(action.state), *next_states(action.state)]
        self.fields["state"].choices = [(each.value, term_of(each).label) for each in follow]
        self.initial.setdefault("state", action.state)


class SeveralForm(forms.Form):
    """What is changed in all that were ticked; what is left empty stays."""

    due_on = _day(required=False, label=_("Due on"))
    organisation = _organisation(required=False)
    state = forms.ChoiceField(required=False, label=_("State"))
    note = _note(label=_("Note"), help_text=_("One for all of them. Needed for some states."))

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = known_organisations(user)
        self.fields["state"].choices = [("", "—"), *((each.value, term_of(each).label) for each in State)]

    def clean_due_on(self):
        return _coming(self.cleaned_data["due_on"])

    def clean(self):
        data = super().clean()
        if not self.errors and not any(data.get(name) for name in ("due_on", "organisation", "state")):
            raise forms.ValidationError(_("Say what is to change: the day, the organisation or the state."))
        return data
