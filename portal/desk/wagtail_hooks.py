"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from wagtail import hooks

from portal.desk.viewsets import GuidanceViewSet


@hooks.register("register_admin_viewset")
def register_guidance():
    return GuidanceViewSet("field_guidance")
