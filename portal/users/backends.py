"""Signing in, and what somebody may do by groups and by themselves."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.db.models import Q

from portal.core.written_once import ANY, WrittenOnce


def _held():
    held = Permission.objects.filter(Q(user=ANY) | Q(group__user=ANY)).order_by()
    return held.values_list("content_type__app_label", "codename")


HELD = WrittenOnce(_held)


class OneDoor(AuthenticationBackend):
    """allauth's, which asks once for all permissions: Django asks for those of the person, then for those of their
    groups, on every page of everybody who signed in."""

    def get_all_permissions(self, user_obj, obj=None):
        """The permissions of a user, as "app.codename"; none of a single object."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            names = self._of_everybody() if user_obj.is_superuser else HELD.rows(user_obj.pk)
            user_obj._perm_cache = {f"{app}.{name}" for app, name in names}
        return user_obj._perm_cache

    def _of_everybody(self):
        return Permission.objects.order_by().values_list("content_type__app_label", "codename")
