from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

EDITORS = "Editors"
# Wagtail's two own groups would be a second way to the same rights.
UNUSED = ("Moderators",)


def set_up_groups():
    """The group of editors: may enter the admin, add and change pages; publishing takes a second editor."""
    Group.objects.filter(name__in=UNUSED).delete()
    editors, _ = Group.objects.get_or_create(name=EDITORS)
    access = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    editors.permissions.add(access)
    root = Page.get_first_root_node()
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=editors, page=root, permission=permission)
    return editors
