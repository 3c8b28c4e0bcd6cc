"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.records.listing import RecordListingViewSet
from practices.partnerships.models import IdeaPage


@hooks.register("register_admin_viewset")
def register_ideas():
    return RecordListingViewSet("ideas", model=IdeaPage, icon="pick", menu_label=_("Partnership ideas"), menu_order=370)
