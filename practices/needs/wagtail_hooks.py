"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.records.listing import RecordListingViewSet
from practices.needs.models import DataNeedPage


@hooks.register("register_admin_viewset")
def register_needs():
    return RecordListingViewSet("needs", model=DataNeedPage, icon="help", menu_label=_("Data needs"), menu_order=340)
