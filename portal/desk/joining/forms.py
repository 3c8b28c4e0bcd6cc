"""Forms of joining: invitations, accepting one, asking to join."""

from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from portal.directory.forms import OrganisationField
from portal.users.fields import AddressField, NameField
from portal.users.models import User


class LanguagesField(forms.MultipleChoiceField):
    """The languages that a person reads; mails come in the first of them."""

    def __init__(self, **options):
        super().__init__(choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple, **options)


class InviteForm(forms.Form):
    """Whom to invite. Who may choose among organisations is the view's."""

    email = AddressField(
        label=_("E-mail address"), help_text=_("The link goes there and works for this address alone.")
    )
    organisation = OrganisationField(label=_("Organisation"), required=False)
    role = forms.CharField(
        label=_("Role"), max_length=120, required=False, help_text=_("For example “information management officer”.")
    )
    language = forms.ChoiceField(choices=settings.LANGUAGES, label=_("Language of the invitation"))

    def __init__(self, *args, organisation=None, **options):
        super().__init__(*args, **options)
        if organisation is not None:
            del self.fields["organisation"]


class AcceptForm(forms.Form):
    """What opens an account: a name, a password, languages and whether to be listed."""

    first_name = NameField(label=_("First name"), widget=forms.TextInput(attrs={"autocomplete": "given-name"}))
    last_name = NameField(label=_("Last name"), widget=forms.TextInput(attrs={"autocomplete": "family-name"}))
    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least twelve characters, for example four words that do not belong together."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=False),
        strip=False,
    )
    languages = LanguagesField(label=_("Languages that you read"))
    is_listed = forms.BooleanField(
        label=_("Other members may see my name in the list of members"),
        required=False,
        help_text=_("Your address is never shown. You can change this at any time."),
    )

    def __init__(self, *args, email, **options):
        super().__init__(*args, **options)
        self.email = email

    def clean(self):
        cleaned = super().clean()
        if password := cleaned.get("password"):
            names = {name: cleaned.get(name, "") for name in ("first_name", "last_name")}
            try:
                password_validation.validate_password(password, User(email=self.email, **names))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return cleaned


class JoinForm(forms.Form):
    """A visitor asks to join."""

    name = NameField(label=_("Your name"), help_text=_("First name and last name."))
    email = AddressField(
        label=_("E-mail address"),
        help_text=_("Best that of your organisation: it may be all that it takes. We send a link there."),
    )
    organisation_name = forms.CharField(
        label=_("Organisation"), max_length=250, help_text=_("In full, for example “Danish Refugee Council”.")
    )
    role = forms.CharField(
        label=_("Role"), max_length=120, required=False, help_text=_("For example “information management officer”.")
    )
    languages = LanguagesField(label=_("Languages that you read"))
    reason = forms.CharField(
        label=_("Why you want to join"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For example “We keep the accident data of our programme and look for those of others.”"),
    )
    vouched_by = AddressField(
        label=_("Who vouches for you"),
        required=False,
        help_text=_("The e-mail address of a member who knows you. We ask them."),
    )


class ReasonForm(forms.Form):
    """Why a member wants to belong to one more organisation."""

    reason = forms.CharField(
        label=_("What you do there"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example “I took over information management from a colleague in May.”"),
    )


class NominationForm(forms.Form):
    """On which letter a member is to speak for an organisation; that there is one asks the service."""

    reference = forms.CharField(label=_("Letter"), max_length=250, required=False)
    is_deputy = forms.BooleanField(label=_("As deputy"), required=False)


class FreezeForm(forms.Form):
    """Why it is contested who speaks for an organisation; that something is said asks the service."""

    reason = forms.CharField(label=_("What is contested, and by whom"), max_length=1000, required=False)


class PasswordForm(forms.Form):
    """The password once more, before what cannot be taken back; who has none chooses one first, by mail."""

    password = forms.CharField(
        label=_("Your password"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.user = user

    def clean_password(self):
        password = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError(_("This is not your password."))
        return password
