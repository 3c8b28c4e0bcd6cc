"""Forms of who comes: whom to invite, what one answers, a participant, a file of many."""

from email.utils import parseaddr

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.attending.enums import Answer
from events.attending.models import EventInvitation
from events.attending.services.inviting import Invitee
from events.attending.words import organisations_for, roles_at_events
from portal.desk.contribute.form_fields import OrganisationChoice
from portal.directory.models import Organisation
from portal.taxonomy.models import ParticipantRole, Sector

MOST_LINES = 100
NAME = 150
SHOWN = 60
EMAIL = EventInvitation._meta.get_field("email").max_length
ANSWERS = [
    (Answer.COMING.value, _("I am coming")),
    (Answer.MAYBE.value, _("I do not know yet")),
    (Answer.NOT_COMING.value, _("I am not coming")),
    (Answer.SENDS_OTHER.value, _("Somebody else comes in my place")),
]
"""What is ticked, in the words of who ticks it."""


class InviteForm(forms.Form):
    """Whom to invite: those of one organisation or one sector together."""

    people = forms.CharField(
        max_length=20_000, widget=forms.Textarea(attrs={"rows": 5}), label=_("Whom to invite"),
        help_text=_("One a line: an e-mail address, or a name and the address: “Name &lt;name@example.org&gt;”."),
    )  # fmt: skip
    organisation = OrganisationChoice(
        Organisation.objects.none(),
        required=False,
        empty_label="—",
        to_field_name="code",
        label=_("Their organisation"),
    )
    sector = forms.ModelChoiceField(Sector.objects.none(), required=False, empty_label="—", label=_("For which sector"))
    language = forms.ChoiceField(choices=settings.LANGUAGES, label=_("Language of the mail"))
    answer_by = forms.DateField(
        required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), label=_("Answer until"),
        help_text=_("Who has not answered a week before is reminded once."),
    )  # fmt: skip

    def __init__(self, *args, user, sectors, **options):
        super().__init__(*args, use_required_attribute=False, **options)
        self.fields["organisation"].queryset = organisations_for(user)
        chosen = [each.pk for each in sectors]
        self.fields["sector"].queryset = Sector.objects.filter(pk__in=chosen) if chosen else Sector.objects.current()

    def clean_people(self):
        """The Invitees; every wrong line is said at once."""
        lines = [line.strip() for line in self.cleaned_data["people"].splitlines() if line.strip()]
        if len(lines) > MOST_LINES:
            raise ValidationError(_("At most %d at once: send the rest in a second step.") % MOST_LINES)
        found = [_invitee(line) for line in lines]
        wrong = [
            _("Line %(number)d, “%(line)s”: write name@example.org, or Name <name@example.org>.")
            % {"number": number, "line": line[:SHOWN]}
            for number, (line, each) in enumerate(zip(lines, found, strict=True), start=1)
            if each is None
        ]
        if wrong:
            raise ValidationError(wrong)
        return found

    def clean_answer_by(self):
        day = self.cleaned_data["answer_by"]
        if day and day < timezone.localdate():
            raise ValidationError(_("This day has passed. Give a later one."))
        return day


class AnswerForm(forms.Form):
    """What somebody who is invited answers."""

    answer = forms.ChoiceField(choices=ANSWERS, widget=forms.RadioSelect, label=_("Are you coming?"))
    name = forms.CharField(required=False, max_length=NAME, label=_("Your name"))
    note = forms.CharField(
        required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}), label=_("A word to the organisers"),
        help_text=_("For example who comes in your place. Only they read it."),
    )  # fmt: skip
    is_listed = forms.BooleanField(
        required=False, label=_("Members of the portal may see my name in the list of participants"),
        help_text=_("You can take this back here at any time."),
    )  # fmt: skip

    def __init__(self, *args, invitation, is_listed, is_over, **options):
        initial = {"answer": invitation.answer, "name": invitation.name, "note": invitation.note}
        super().__init__(*args, initial={**initial, "is_listed": is_listed}, use_required_attribute=False, **options)
        if is_over:
            # What was answered is past: consent alone can still be given and taken back.
            del self.fields["answer"], self.fields["note"]


class ParticipantForm(forms.Form):
    """One participant."""

    name = forms.CharField(max_length=NAME, label=_("Name"))
    email = forms.EmailField(required=False, label=_("E-mail address"))
    organisation = OrganisationChoice(
        Organisation.objects.none(), required=False, empty_label="—", to_field_name="code", label=_("Organisation")
    )
    organisation_words = forms.CharField(
        required=False, max_length=200, label=_("Organisation, where it is not listed")
    )
    role = forms.ModelChoiceField(ParticipantRole.objects.none(), required=False, empty_label="—", label=_("Role"))
    is_listed = forms.BooleanField(required=False, label=_("Agreed that members of the portal see the name"))

    def __init__(self, *args, user, **options):
        super().__init__(*args, use_required_attribute=False, **options)
        self.fields["organisation"].queryset = organisations_for(user)
        self.fields["role"].queryset = roles_at_events()


class FileForm(forms.Form):
    """A spreadsheet of participants."""

    file = forms.FileField(
        label=_("The filled template"),
        help_text=_("XLSX, at most 1 MB and 1,000 rows. All rows are kept, or none."),
        widget=forms.ClearableFileInput(
            attrs={"accept": ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
        ),
    )


def _invitee(line):
    name, email = parseaddr(line)
    try:
        validate_email(email)
    except ValidationError:
        return None
    # What parseaddr left out was no address: two in one line, for example.
    is_whole = line.endswith((email, f"{email}>"))
    return Invitee(email.lower(), name[:NAME]) if is_whole and len(email) <= EMAIL else None
