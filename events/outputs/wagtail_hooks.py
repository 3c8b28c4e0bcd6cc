"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from events.outputs.models import OutputPage
from portal.records.listing import RecordListingViewSet


@hooks.register("register_admin_viewset")
def register_outputs():
    return RecordListingViewSet("outputs", model=OutputPage, icon="doc-full", menu_label=_("Outputs"), menu_order=371)
