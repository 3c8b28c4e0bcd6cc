"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.records.listing import RecordListingViewSet
from practices.models import PracticePage


@hooks.register("register_admin_viewset")
def register_practices():
    return RecordListingViewSet(
        "practices", model=PracticePage, icon="list-ol", menu_label=_("Practices"), menu_order=320
    )
