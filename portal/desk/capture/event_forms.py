"""Forms of who runs an event."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.capture.services.codes import MOST_DAYS
from portal.desk.contribute.form_fields import OrganisationChoice, known_organisations
from portal.directory.models import Organisation


class CodeForm(forms.Form):
    """A new code of the event."""

    days = forms.IntegerField(
        min_value=1,
        max_value=MOST_DAYS,
        label=_("For how many days?"),
        help_text=_("The days of the event, for example 3."),
    )


class ConfirmForm(forms.Form):
    """For which organisation a sheet is, where none was chosen."""

    organisation = OrganisationChoice(
        Organisation.objects.none(), required=False, empty_label="—", to_field_name="code", label=_("Organisation"),
        help_text=_("Leave it empty where it is not in the list: then the words of the sheet stay."),
    )  # fmt: skip

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = known_organisations(user)
