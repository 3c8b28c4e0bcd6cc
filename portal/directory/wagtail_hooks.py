"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from portal.directory.choosers import organisation_chooser
from portal.directory.models import Member, Organisation
from portal.directory.permissions import MemberPermissionPolicy, OrganisationPermissionPolicy
from portal.directory.viewsets import MemberViewSet, OrganisationViewSet

# Before the viewsets, which would register fallbacks.
register_permission_policy(Organisation, OrganisationPermissionPolicy(Organisation))
register_permission_policy(Member, MemberPermissionPolicy(Member))


@hooks.register("register_admin_viewset")
def register_organisations_and_members():
    return [OrganisationViewSet(), MemberViewSet(), organisation_chooser]
