"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from django.urls import include, path
from wagtail import hooks

from portal.records import guards
from portal.records.review.home_panel import replace_waiting_panel
from portal.records.viewsets import shared_viewsets

hooks.register("register_admin_viewset", shared_viewsets)
hooks.register("construct_page_action_menu", guards.hide_what_is_not_offered)
hooks.register("before_edit_page", guards.refuse_synchronised_translation, order=-10)
hooks.register("before_edit_page", guards.show_message_of_reviewer)
hooks.register("construct_homepage_panels", replace_waiting_panel)


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [path("", include("portal.records.review.urls"))]
