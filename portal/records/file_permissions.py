"""Who may change a file: whoever added it, until readers see it or a reviewer is asked to show it to them."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, ReferenceIndex, Revision, TaskState
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from portal.records.file_uses import uses_of

CHANGES = frozenset({"change", "delete"})


class FilePermissionPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's own rule for files, but what was reviewed stays what it was: only administrators change it then.

    Every door asks here: form, several at once, tags, collection, focal point.
    """

    def __init__(self, model, auth_model):
        super().__init__(model, auth_model=auth_model, owner_field_name="uploaded_by_user")

    def user_has_any_permission_for_instance(self, user, actions, instance):
        if not user.is_superuser and CHANGES & set(actions) and is_reviewed(instance):
            actions = set(actions) - CHANGES
        return super().user_has_any_permission_for_instance(user, actions, instance)


def is_reviewed(file):
    """Whether a published page shows this document or image, or a version that waits for its review or its day."""
    pages = {use.page for use in uses_of(type(file), {file.pk})}
    return Page.objects.live().filter(pk__in=pages).exists() or any(_shows(version, file) for version in _waiting())


def _waiting():
    """The versions of pages that a reviewer is looking at, or that will be published by the clock."""
    in_review = Q(task_states__status=TaskState.STATUS_IN_PROGRESS)
    pages = Revision.objects.filter(base_content_type=ContentType.objects.get_for_model(Page))
    return pages.filter(in_review | Q(approved_go_live_at__isnull=False)).distinct()


def _shows(version, file):
    # Most versions do not have the number anywhere: these need not be made into pages.
    if str(file.pk) not in str(version.content):
        return False
    wanted = (ReferenceIndex._get_base_content_type(file).pk, str(file.pk))
    found = ReferenceIndex._extract_references_from_object(version.as_object())
    return any((type_id, str(pk)) == wanted for type_id, pk, _, _ in found)
