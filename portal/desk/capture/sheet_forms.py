"""The two sheets, as people fill them in on their phone. Nobody is asked who they are."""

from uuid import uuid4

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from events.capture.enums import Side, Wanted
from portal.desk.contribute.form_fields import OrganisationChoice, known_organisations
from portal.directory.models import Organisation
from portal.records.widgets import SearchableCheckboxes
from portal.taxonomy.choosers import TermChoiceField, TermMultipleChoiceField
from portal.taxonomy.models import AccessMethod, Country, DataKind, GeographyLevel

MOST_ROWS = 3
"""Of each side; who has more sends a second sheet."""


class SheetForm(forms.Form):
    """For which organisation a sheet is."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    organisation = OrganisationChoice(
        Organisation.objects.none(), required=False, empty_label="—", to_field_name="code", label=_("Your organisation")
    )
    organisation_name = forms.CharField(
        required=False, max_length=200, label=_("Its name, where it is not in the list")
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        # Whoever fills it in: a code opens nothing but the sheet.
        self.fields["organisation"].queryset = known_organisations(AnonymousUser())
        self.initial.setdefault("key", uuid4())

    def clean(self):
        data = super().clean()
        if not (data.get("organisation") or data.get("organisation_name")) and not self.errors:
            self.add_error("organisation", _("Choose your organisation, or write its name below."))
        return data

    def words(self):
        """The arguments of `send_sheet` that stand in it."""
        data = self.cleaned_data
        name = "" if data["organisation"] else data["organisation_name"]
        return {"key": data["key"], "organisation": data["organisation"], "organisation_name": name}


class TalkForm(SheetForm):
    """A lightning talk: its idea, and what it is looking for."""

    title = forms.CharField(
        max_length=200, label=_("Title"), help_text=_("For example “School routes and hazard maps, together”.")
    )
    text = forms.CharField(
        max_length=4000, label=_("The idea"), widget=forms.Textarea({"rows": 5, "dir": "auto"}),
        help_text=_("What would be done together, with which data, and what would change."),
    )  # fmt: skip
    wanted = forms.MultipleChoiceField(
        required=False, choices=Wanted, widget=forms.CheckboxSelectMultiple, label=_("Looking for")
    )

    def words(self):
        return {**super().words(), **{name: self.cleaned_data[name] for name in ("title", "text", "wanted")}}


class _Row(forms.Form):
    """What both sides of an information-fair sheet ask for."""

    what = forms.CharField(required=False, max_length=200)
    data_kinds = TermMultipleChoiceField(
        DataKind,
        required=False,
        to_field_name="key",
        label=_("Kinds of data"),
        widget=SearchableCheckboxes,
    )
    country = TermChoiceField(Country, required=False, to_field_name="key", empty_label="—", label=_("Country"))
    where = forms.CharField(required=False, max_length=200, label=_("Where in it"))
    level = TermChoiceField(GeographyLevel, required=False, to_field_name="key", empty_label="—")

    side = ""

    def clean(self):
        data = super().clean()
        if self.has_changed() and not (data.get("what") or data.get("data_kinds")) and not self.errors:
            self.add_error("what", _("Say what data it is about, here or by their kinds."))
        return data

    def said(self):
        """The fields of a SheetRow; None of a row that was left empty."""
        return {**self.cleaned_data, "side": self.side} if self.has_changed() else None


class HaveForm(_Row):
    """A row of “we have”."""

    access_method = TermChoiceField(
        AccessMethod, required=False, to_field_name="key", empty_label="—", label=_("How others get it")
    )
    side = Side.HAVE

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["what"].label = _("What we have")
        self.fields["level"].label = _("Finest level")


class NeedForm(_Row):
    """A row of “we need”."""

    decision = forms.CharField(required=False, max_length=300, label=_("For which decision"))
    side = Side.NEED
    field_order = ("what", "decision", "data_kinds", "country", "where", "level")

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["what"].label = _("What we need")
        self.fields["level"].label = _("Coarsest level that still helps")


class FairForm(SheetForm):
    """An information-fair sheet: whose it is, with its `rows` (HaveForms and NeedForms)."""

    def __init__(self, data=None, **options):
        super().__init__(data, **options)
        self.rows = [
            make(data, prefix=f"{make.side}-{number}") for make in (HaveForm, NeedForm) for number in range(MOST_ROWS)
        ]

    def is_valid(self):
        # Each is asked, so that everything that is wrong is said at once.
        found = [super().is_valid(), *(row.is_valid() for row in self.rows)]
        if all(found) and not any(row.has_changed() for row in self.rows):
            self.add_error(None, _("Fill in one row: what you have, or what you need."))
        return all(found) and not self.errors

    @property
    def sides(self):
        """Pairs of a Side and its rows."""
        return [(side, [row for row in self.rows if row.side == side]) for side in Side]

    def said_rows(self):
        """The rows that were filled in."""
        return [said for row in self.rows if (said := row.said())]
