"""Who may do what with organisations in the admin."""

from wagtail.permission_policies import ModelPermissionPolicy


class OrganisationPermissionPolicy(ModelPermissionPolicy):
    """Django's permissions, but nobody deletes one: its records and its log name it. It is withdrawn instead."""

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)
