"""Signing in, and what somebody may do by groups and by themselves."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.db.models import Q


class OneDoor(AuthenticationBackend):
    """allauth's, which asks once for all permissions: Django asks for those of the person, then for those of their
    groups, on every page of everybody who signed in."""

    def get_all_permissions(self, user_obj, obj=None):
        """The permissions of a user, as "app.codename"; none of a single object."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            held = Permission.objects.filter(Q(user=user_obj) | Q(group__user=user_obj))
            rows = (Permission.objects.all() if user_obj.is_superuser else held).order_by()
            names = rows.values_list("content_type__app_label", "codename")
            user_obj._perm_cache = {f"{app}.{name}" for app, name in names}
        return user_obj._perm_cache
