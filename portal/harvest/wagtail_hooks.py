"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy

from portal.core.permissions import NobodyDeletes
from portal.harvest.models import HarvestSource
from portal.harvest.viewsets import SourceViewSet

# Entries and reports hang on a catalogue: nobody deletes one, it is no longer read.
register_permission_policy(HarvestSource, NobodyDeletes(HarvestSource))


@hooks.register("register_admin_viewset")
def register_sources():
    return SourceViewSet("harvest_sources")


@hooks.register("register_admin_urls")
def register_reports():
    return [path("", include("portal.harvest.urls"))]


@hooks.register("register_admin_menu_item")
def register_menu_item():
    address = reverse_lazy("harvest_admin:reports")
    return MenuItem(_("Read from other catalogues"), address, name="harvests", icon_name="download", order=371)
