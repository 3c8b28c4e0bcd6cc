from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from portal.taxonomy.permissions import editor_permissions

EDITORS = "Editors"
# Wagtail's two own groups would be a second way to the same rights.
UNUSED = ("Moderators",)
PAGE_RIGHTS = (("wagtailcore", "add_page"), ("wagtailcore", "change_page"))
# Wagtail asks for rights of its own models even where the portal has others. Who adds a file may change that one until
# it is reviewed (portal/records/file_permissions.py); changing any file would be publishing without a review.
FILE_RIGHTS = tuple(
    (app, f"{action}_{model}")
    for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for action in ("add", "choose")
)
OTHER_RIGHTS = (
    ("wagtailadmin", "access_admin"),
    ("wagtail_localize", "submit_translation"),
    ("directory", "add_organisation"),
    ("directory", "change_organisation"),
    ("directory", "view_organisation"),
    *(("coverage", f"{action}_coveragestatement") for action in ("add", "change", "delete", "view")),
    *(("records", f"{action}_cannedanswer") for action in ("add", "change", "delete", "view")),
    *(("desk", f"{action}_fieldguidance") for action in ("add", "change", "delete", "view")),
)


def set_up_groups():
    """The group of editors: may enter the admin, add and change pages; publishing takes a second editor.

    Whatever else the group has been given by hand is taken away again from pages and files.
    """
    Group.objects.filter(name__in=UNUSED).delete()
    editors, _ = Group.objects.get_or_create(name=EDITORS)
    editors.permissions.add(*editor_permissions(), *(_permission(app, name) for app, name in OTHER_RIGHTS))
    _only(editors, GroupPagePermission, "page", Page.get_first_root_node(), PAGE_RIGHTS)
    _only(editors, GroupCollectionPermission, "collection", Collection.get_first_root_node(), FILE_RIGHTS)
    return editors


def _only(group, model, field, root, rights):
    """Gives the group exactly these rights at the root of a tree."""
    permissions = [_permission(app, codename) for app, codename in rights]
    model.objects.filter(group=group).exclude(**{field: root, "permission__in": permissions}).delete()
    for permission in permissions:
        model.objects.get_or_create(group=group, permission=permission, **{field: root})


def _permission(app, codename):
    return Permission.objects.get(content_type__app_label=app, codename=codename)
