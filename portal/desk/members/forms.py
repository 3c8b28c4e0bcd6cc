from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.directory.models import Organisation
from portal.taxonomy.choosers import TermChoiceField
from portal.taxonomy.models import Country, Expertise
from portal.users.fields import AddressField, NameField


class MembersForm(forms.Form):
    """What the list of members is narrowed by: what some listed member has, so that each choice finds somebody."""

    q = forms.CharField(label=_("Name or role"), required=False, max_length=100)
    expertise = TermChoiceField(
        Expertise, label=_("What they can be asked about"), required=False, to_field_name="key", empty_label=_("Any")
    )
    language = forms.ChoiceField(label=_("Language"), required=False, choices=[("", _("Any")), *settings.LANGUAGES])
    country = TermChoiceField(
        Country, label=_("Country that they know"), required=False, to_field_name="key", empty_label=_("Any")
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        required=False,
        to_field_name="code",
        empty_label=_("Any"),
    )

    def __init__(self, *args, organisations, expertise, countries, **options):
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = organisations
        self.fields["expertise"].queryset = expertise
        self.fields["country"].queryset = countries
        self.fields["organisation"].label_from_instance = lambda organisation: organisation.name_in_full


class MessageForm(forms.Form):
    """What a member writes to another."""

    text = forms.CharField(
        label=_("Message"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("For example “We look for school lists of Ninewa and saw that you work with them.”"),
    )


class VisitorMessageForm(MessageForm):
    """What a visitor writes: also who they are and where the answer goes."""

    name = NameField(label=_("Your name"), help_text=_("First name and last name."))
    email = AddressField(
        label=_("E-mail address"), help_text=_("We send a link there; the message goes out when you have opened it.")
    )
    field_order = ("name", "email", "text")
