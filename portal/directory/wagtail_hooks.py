"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from wagtail import hooks

from portal.directory.choosers import organisation_chooser
from portal.directory.viewsets import OrganisationViewSet


@hooks.register("register_admin_viewset")
def register_organisations():
    return [OrganisationViewSet(), organisation_chooser]
