"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.records.listing import RecordListingViewSet
from practices.platforms.models import FlowPage, PlatformPage


@hooks.register("register_admin_viewset")
def register_platforms():
    return RecordListingViewSet(
        "platforms", model=PlatformPage, icon="desktop", menu_label=_("Platforms"), menu_order=350
    )


@hooks.register("register_admin_viewset")
def register_flows():
    return RecordListingViewSet("flows", model=FlowPage, icon="arrow-right", menu_label=_("Data flows"), menu_order=360)
