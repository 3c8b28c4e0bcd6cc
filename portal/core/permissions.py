from wagtail.permission_policies import ModelPermissionPolicy


class NobodyDeletes(ModelPermissionPolicy):
    """Django's permissions in Wagtail's admin, but nobody deletes, administrators neither: what is deleted is still
    named by others, or its file brings it back."""

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)
