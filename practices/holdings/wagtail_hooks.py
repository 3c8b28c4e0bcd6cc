"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.records.listing import RecordListingViewSet
from practices.holdings.models import DataHoldingPage


@hooks.register("register_admin_viewset")
def register_holdings():
    return RecordListingViewSet(
        "holdings", model=DataHoldingPage, icon="table", menu_label=_("Data holdings"), menu_order=330
    )
