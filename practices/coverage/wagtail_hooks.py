"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from wagtail import hooks

from practices.coverage.viewsets import CoverageViewSet


@hooks.register("register_admin_viewset")
def register_coverage():
    return CoverageViewSet()
