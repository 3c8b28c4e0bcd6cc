"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from portal.core.permissions import NobodyDeletes
from portal.directory.choosers import organisation_chooser
from portal.directory.models import Organisation
from portal.directory.viewsets import OrganisationViewSet

# Before the viewset, which would register a fallback.
# Its records and its log name an organisation: it is withdrawn instead.
register_permission_policy(Organisation, NobodyDeletes(Organisation))


@hooks.register("register_admin_viewset")
def register_organisations():
    return [OrganisationViewSet(), organisation_chooser]
