"""Only registers. https://docs.wagtail.org/en/stable/reference/hooks.html"""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from portal.core.permissions import NobodyDeletes
from portal.directory.choosers import organisation_chooser
from portal.directory.models import Member, Organisation
from portal.directory.permissions import MemberPermissionPolicy
from portal.directory.viewsets import MemberViewSet

# Before the viewsets, which would register fallbacks.
# Its records and its log name an organisation: it is withdrawn instead.
register_permission_policy(Organisation, NobodyDeletes(Organisation))
register_permission_policy(Member, MemberPermissionPolicy(Member))


@hooks.register("register_admin_viewset")
def register_members():
    return [MemberViewSet(), organisation_chooser]
