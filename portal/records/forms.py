"""The editors' form of a record, and the small forms that change its access at once."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from portal.access.enums import Level
from portal.directory.choosers import organisation_chooser
from portal.directory.forms import OrganisationField, OrganisationsField
from portal.records.access_fields import AccessFields, level_choices
from portal.records.linter.gate import refusal, told_of
from portal.records.registry import kind_of
from portal.records.related import read_ahead
from portal.records.row_keys import offer_rows
from portal.records.term_fields import TermFields, field_for
from portal.records.widgets import SearchableCheckboxes
from portal.taxonomy.tree import held


class RecordForm(TermFields, AccessFields, WagtailAdminPageForm):
    """A record's page with “Who may see this?”."""

    class Meta:
        formfield_callback = field_for

    def __init__(self, data=None, *args, instance, **options):
        with held():
            if data is None and instance.pk:
                read_ahead(instance)
            super().__init__(data, *args, instance=instance, **options)
        offer_rows(self, instance, self.for_user)

    def is_valid(self):
        """Whether it can be saved; to be published at once, nothing in it may be for fewer people than see it."""
        if not super().is_valid():
            return False
        if "action-publish" in self.data and (
            sentences := refusal(self.told(), self.identity or kind_of(self.instance))
        ):
            self.add_error(None, sentences)
        return not self.errors

    def told(self):
        """What the linter finds in the page as it stands in this form: a list of Told."""
        rows = {
            name: [each.instance for each in formset.forms if not _is_deleted(each)]
            for name, formset in self.formsets.items()
        }
        return told_of(self.instance, rows)

    def save(self, commit=True):
        """The page; what was asked for access waits on it until the draft is saved."""
        self.instance.asked_access = self.asked_access()
        return super().save(commit)


def _is_deleted(form):
    return form.is_bound and bool(getattr(form, "cleaned_data", {}).get("DELETE"))


class RestrictForm(forms.Form):
    """Fewer people, at once. Only levels as narrow as today's, or narrower, can be chosen."""

    listed_to = forms.ChoiceField(widget=forms.RadioSelect, label=_("Who may know that it exists?"))
    details_to = forms.ChoiceField(widget=forms.RadioSelect, label=_("Who may read all of it?"))
    reason = forms.CharField(
        required=False, widget=forms.Textarea({"rows": 2}), label=_("Why?"), help_text=_("For the log.")
    )

    def __init__(self, *args, identity, **options):
        super().__init__(*args, **options)
        for name in ("listed_to", "details_to"):
            now = Level(getattr(identity, name))
            self.fields[name].choices = level_choices(widest=now)
            self.fields[name].initial = now
        if not (identity.owner_id or identity.custodian_id):
            self.fields["listed_to"].help_text = _(
                "It has no owner and no keeper: for owners only means that nobody but editors will see it."
            )

    def clean(self):
        data = super().clean()
        listed, details = data.get("listed_to"), data.get("details_to")
        if listed and details and Level(details).rank < Level(listed).rank:
            self.add_error(
                "details_to", _("More people would read it than may know of it. Choose fewer here, or more above.")
            )
        return data


class SeenForm(forms.Form):
    """Nothing to fill: which of the things that wait was seen when it was approved."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class WithdrawForm(forms.Form):
    """Why it is taken away from everybody but editors."""

    reason = forms.CharField(widget=forms.Textarea({"rows": 2}), label=_("Why?"), help_text=_("For the log."))


class RestoreForm(forms.Form):
    """Why it is given back."""

    reason = forms.CharField(
        widget=forms.Textarea({"rows": 2}),
        label=_("Why?"),
        help_text=_("For the editor who approves it, and the log, for example “The owner agreed on 3 May.”"),
    )


class PartiesForm(forms.Form):
    """Who owns a record and who keeps it: their focal points see it whatever its level, and may restrict it."""

    owner = OrganisationField(
        required=False,
        widget=organisation_chooser.widget_class,
        label=_("Owner"),
        help_text=_("Whose data it is about, for example the national mine action authority."),
    )
    custodian = OrganisationField(
        required=False,
        widget=organisation_chooser.widget_class,
        label=_("Kept by"),
        help_text=_("Who keeps it for the owner, for example a mine action centre."),
    )
    named = OrganisationsField(
        widget=SearchableCheckboxes,
        label=_("Named organisations"),
        help_text=_("Their members see what is for named organisations."),
    )
    reason = forms.CharField(
        required=False,
        widget=forms.Textarea({"rows": 2}),
        label=_("Why?"),
        help_text=_("Needed for another owner or keeper: for the editor who approves it, and the log."),
    )

    def __init__(self, *args, identity, **options):
        now = {
            "owner": identity.owner_id,
            "custodian": identity.custodian_id,
            "named": [each.pk for each in identity.named_organisations.all()],
        }
        super().__init__(*args, **options | {"initial": now})
