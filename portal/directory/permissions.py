"""Who may do what with organisations and members in the admin."""

from wagtail.permission_policies import ModelPermissionPolicy


class MemberPermissionPolicy(ModelPermissionPolicy):
    """Administrators alone say who belongs to which organisation: it shows them its records. Nobody deletes a member:
    the membership is ended, and the log still names them."""

    def user_has_permission(self, user, action):
        return action != "delete" and user.is_active and user.is_superuser

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class OrganisationPermissionPolicy(ModelPermissionPolicy):
    """Django's permissions, but nobody deletes one: its records and its log name it. It is withdrawn instead."""

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)
