"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.urls import include, path
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from portal.media.models import PortalDocument, PortalImage
from portal.records import file_views, guards, organisation_views
from portal.records.file_permissions import FilePermissionPolicy
from portal.records.review.home_panel import replace_waiting_panel
from portal.records.viewsets import shared_viewsets

# Wagtail registers its own policies for these, not for the exact class.
for model, auth_model in ((PortalDocument, "wagtaildocs.Document"), (PortalImage, "wagtailimages.Image")):
    register_permission_policy(model, FilePermissionPolicy(model, auth_model), exact_class=True)

hooks.register("register_admin_viewset", shared_viewsets)
hooks.register("register_admin_viewset", organisation_views.organisations)
hooks.register("construct_page_action_menu", guards.hide_what_is_not_offered)
hooks.register("before_edit_page", guards.refuse_synchronised_translation, order=-10)
hooks.register("before_edit_page", guards.show_message_of_reviewer)
hooks.register("construct_homepage_panels", replace_waiting_panel)


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [path("", include("portal.records.review.urls"))]


@hooks.register("register_admin_urls", order=-10)
def register_merge_of_organisations():
    return organisation_views.urlpatterns


@hooks.register("register_admin_urls", order=-10)
def register_forms_of_files():
    return file_views.urlpatterns
