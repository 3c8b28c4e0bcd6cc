"""The admin's forms of organisations."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.core.open_words import OpenWords
from portal.directory.models import Organisation
from portal.taxonomy.choosers import TermChoiceField, TermMultipleChoiceField
from portal.taxonomy.forms import LinesField
from portal.taxonomy.models import Country, OrganisationType, Sector


class _Live:
    """Offers the organisations that stand for themselves, each with its whole name: many share an acronym. Asked for
    in each form: when the field is declared, the models are not all there."""

    def __init__(self, **options):
        super().__init__(Organisation.objects.all(), **options)

    def __deepcopy__(self, memo):
        field = super().__deepcopy__(memo)
        field.queryset = Organisation.objects.live()
        return field

    def label_from_instance(self, organisation):
        return organisation.name_in_full


class OrganisationField(_Live, forms.ModelChoiceField):
    """One organisation."""


class OrganisationsField(_Live, forms.ModelMultipleChoiceField):
    """Several organisations."""

    def __init__(self, **options):
        super().__init__(required=False, **options)


class OrganisationForm(OpenWords, WagtailAdminModelForm):
    """All that the portal says of an organisation, and the domains by which its members are known."""

    kind = TermChoiceField(OrganisationType, label=_("Kind"))
    sectors = TermMultipleChoiceField(Sector, required=False, label=_("Sectors"), widget=forms.CheckboxSelectMultiple)
    countries = TermMultipleChoiceField(
        Country,
        required=False,
        label=_("Countries"),
        widget=forms.SelectMultiple(attrs={"size": 12}),
        help_text=_("Where it works. Hold Ctrl (⌘ on a Mac) to choose several."),
    )
    also_named = LinesField(
        required=False, label=_("Other names"), help_text=_("One a line: former names, names in other languages.")
    )
    email_domains = LinesField(
        required=False, label=_("E-mail domains"), help_text=_("One a line, for example “example.org”.")
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["part_of"].queryset = Organisation.objects.live()

    def clean_kind(self):
        kind = self.cleaned_data["kind"]
        if self.instance.pk and kind.flag("is_authority") != self.instance.is_authority and not self._may_make_of_it():
            raise forms.ValidationError(
                _(
                    "Only administrators make an authority of an organisation, or something else of an authority: for "
                    "an authority two editors name who speaks for it."
                )
            )
        return kind

    def _may_make_of_it(self):
        return self.for_user is not None and self.for_user.is_superuser


class NewOrganisationForm(OpenWords, forms.ModelForm):
    """The least that one must say to name an organisation in a record; the rest can follow."""

    kind = TermChoiceField(OrganisationType, label=_("Kind"))

    class Meta:
        model = Organisation
        fields = ("name_en", "name_fr", "name_ar", "acronym", "kind")
