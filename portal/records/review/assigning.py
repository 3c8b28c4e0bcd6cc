"""Who sees to what waits, and what editors tell each other of it: authors learn neither."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from portal.directory.rights import ADMIN_PERMISSION, is_editor, require
from portal.records.models import Assignment, ReviewNote
from portal.records.models.review import may_review


def editors():
    """Everybody who may review, by name; a queryset of users."""
    app, codename = ADMIN_PERMISSION.split(".")
    right = Permission.objects.filter(content_type__app_label=app, codename=codename)
    may = Q(is_superuser=True) | Q(groups__permissions__in=right) | Q(user_permissions__in=right)
    people = get_user_model().objects.filter(may, is_active=True)
    return people.distinct().order_by("first_name", "last_name", "email")


@transaction.atomic
def assign(*, task_state, to, by):
    """Has `to` see to what waits; None gives it back to all. Raises PermissionDenied unless `by` is an editor,
    ValidationError when `to` could not decide."""
    require(is_editor(by))
    page = task_state.workflow_state.object_id
    if to is None:
        Assignment.objects.filter(object_id=page).delete()
        return None
    if not may_review(to, task_state):
        raise ValidationError({"to": _("They wrote or sent it: choose another editor.")})
    return Assignment.objects.update_or_create(object_id=page, defaults={"to": to})[0]


@transaction.atomic
def add_note(*, task_state, text, by):
    """Keeps a note for the editors. Raises PermissionDenied unless `by` is one, and for who wrote or sent the draft."""
    require(may_review(by, task_state))
    return ReviewNote.objects.create(object_id=task_state.workflow_state.object_id, text=text.strip(), by=by)


def notes_on(task_state, user):
    """What editors told each other of a page; nothing for its authors, though they be editors."""
    if not may_review(user, task_state):
        return ReviewNote.objects.none()
    return ReviewNote.objects.filter(object_id=task_state.workflow_state.object_id).select_related("by")
