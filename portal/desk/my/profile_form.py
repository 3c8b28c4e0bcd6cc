"""What a member says of themselves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.desk.joining.forms import LanguagesField
from portal.directory.models import Member
from portal.taxonomy.choosers import TermMultipleChoiceField
from portal.taxonomy.models import Country, Expertise
from portal.users.fields import NameField

NAMES = ("first_name", "last_name")


class ProfileForm(forms.ModelForm):
    """Names, role, languages, expertise, countries, and whether other members see them."""

    first_name = NameField(label=_("First name"))
    last_name = NameField(label=_("Last name"))
    languages = LanguagesField(label=_("Languages that you read"), required=False)
    expertise = TermMultipleChoiceField(
        Expertise, required=False, widget=forms.CheckboxSelectMultiple, label=_("What you can be asked about")
    )
    countries = TermMultipleChoiceField(
        Country,
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 10}),
        label=_("Countries that you know"),
        help_text=_("Hold Ctrl (⌘ on a Mac) to choose several."),
    )
    is_listed = forms.BooleanField(
        required=False,
        label=_("Other members may find me in the list of members, and write to me"),
        help_text=_("Your address is never shown: the portal passes messages on. You can change this at any time."),
    )

    class Meta:
        model = Member
        fields = ("role", "languages", "expertise", "countries", "is_listed")

    field_order = (*NAMES, *Meta.fields)

    def __init__(self, *args, instance, **options):
        names = {name: getattr(instance.user, name) for name in NAMES}
        super().__init__(*args, instance=instance, initial=names, **options)
