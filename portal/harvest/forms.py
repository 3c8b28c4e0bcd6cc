"""The form of a catalogue to read."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.core.outside import Refused, written_right
from portal.records.review.assigning import editors


class SourceForm(WagtailAdminModelForm):
    """Asks for an address of the web, and for an editor in whose name others may see what it says."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["in_name_of"].queryset = editors()

    def clean_address(self):
        address = self.cleaned_data["address"].strip()
        try:
            if address:
                written_right(address)
        except Refused as error:
            raise ValidationError(str(error)) from error
        return address

    def clean(self):
        data = super().clean()
        if data.get("is_scheduled") and not data.get("address") and "address" not in self.errors:
            self.add_error("address", _("To be read every day it needs an address."))
        return data
