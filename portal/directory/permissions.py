"""Who may do what with members in the admin."""

from portal.core.permissions import NobodyDeletes


class MemberPermissionPolicy(NobodyDeletes):
    """Administrators alone say who belongs to which organisation: it shows them its records. A membership is ended, and
    the log still names the member."""

    def user_has_permission(self, user, action):
        return user.is_active and user.is_superuser and super().user_has_permission(user, action)
