"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from events.models import EventPage
from portal.records.listing import RecordListingViewSet


@hooks.register("register_admin_viewset")
def register_events():
    return RecordListingViewSet("events", model=EventPage, icon="date", menu_label=_("Events"), menu_order=370)
