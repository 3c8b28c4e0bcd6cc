"""The administrators' form of a member, with the account that they sign in with."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList

from portal.directory.addresses import holder_of
from portal.directory.models import Member
from portal.directory.rights import takes_two
from portal.directory.services import open_account
from portal.taxonomy.choosers import TermMultipleChoiceField
from portal.taxonomy.models import Country, Expertise
from portal.users.fields import AddressField, NameField

NAMES = ("first_name", "last_name")


class MemberForm(WagtailAdminModelForm):
    """A person, their account and what they agreed to. The e-mail address stands once it is given."""

    email = AddressField(
        label=_("E-mail address"), help_text=_("They sign in with it. Whoever has an account already keeps it.")
    )
    first_name = NameField(label=_("First name"), required=False)
    last_name = NameField(label=_("Last name"), required=False)
    languages = forms.MultipleChoiceField(
        choices=settings.LANGUAGES, required=False, widget=forms.CheckboxSelectMultiple, label=_("Languages")
    )
    expertise = TermMultipleChoiceField(
        Expertise, required=False, widget=forms.CheckboxSelectMultiple, label=_("Expertise")
    )
    countries = TermMultipleChoiceField(
        Country, required=False, widget=forms.SelectMultiple(attrs={"size": 12}), label=_("Countries")
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.pk:
            self.fields["email"].disabled = True
            self.initial |= {name: getattr(self.instance.user, name) for name in ("email", *NAMES)}

    def clean_email(self):
        email = self.cleaned_data["email"].strip().lower()
        if not self.instance.pk and Member.objects.filter(user=holder_of(email)).exists():
            raise forms.ValidationError(_("There is a member with this e-mail address already."))
        return email

    def is_valid(self):
        if not super().is_valid():
            return False
        rows = self.formsets.get("memberships")
        for form in rows.forms if rows is not None else ():
            if problem := _problem(form):
                form.add_error("is_focal_point", problem)
                # Wagtail shows the errors of a row only of a form that has one itself.
                self.add_error(None, problem)
        return not self.errors

    def save(self, commit=True):
        names = {name: self.cleaned_data[name] for name in NAMES}
        if not self.instance.pk:
            self.instance.user = open_account(email=self.cleaned_data["email"], **names)
        user = self.instance.user
        if names != {name: getattr(user, name) for name in NAMES} and any(names.values()):
            user.first_name, user.last_name = names.values()
            user.save(update_fields=NAMES)
        return super().save(commit)


def _problem(form):
    """What is wrong with a membership that a row of the form would begin, or with a new focal point; or nothing."""
    data, organisation = form.cleaned_data, form.cleaned_data.get("organisation")
    if organisation is None or data.get("DELETE") or not data.get("is_active"):
        return ""
    begins, speaks = form.instance.pk is None or "is_active" in form.changed_data, data.get("is_focal_point")
    if begins and organisation.is_frozen:
        return _("It is contested who speaks for this organisation: nobody can join it now.")
    if speaks and (begins or "is_focal_point" in form.changed_data) and takes_two(organisation):
        return _("Two editors name who speaks for this organisation, on a letter of it, on the page of its people.")
    return ""


FORM = ObjectList(
    [
        MultiFieldPanel([FieldPanel("email"), FieldPanel("first_name"), FieldPanel("last_name")], heading=_("Account")),
        HelpPanel(
            _(
                "Nobody types a password for them: they choose one under “Forgot your password?” on the sign-in page. "
                "A focal point speaks for the organisation: sees all that it owns or keeps, may restrict and "
                "withdraw that, and open what it owns to more people."
            )
        ),
        InlinePanel(
            "memberships",
            [FieldPanel("organisation"), FieldPanel("is_focal_point"), FieldPanel("is_active")],
            heading=_("Organisations"),
            label=_("Organisation"),
        ),
        MultiFieldPanel(
            [FieldPanel("role"), FieldPanel("languages"), FieldPanel("expertise"), FieldPanel("countries")],
            heading=_("What they do"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                FieldPanel("is_listed", help_text=_("Only when they said so themselves.")),
                FieldPanel("is_active", help_text=_("Without it they see what any visitor sees.")),
            ],
            heading=_("In the community"),
        ),
    ],
    base_form_class=MemberForm,
)
