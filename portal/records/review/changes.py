"""What the author changed since the draft came back, field by field."""

from wagtail.models import TaskState

DECIDED = (TaskState.STATUS_REJECTED, TaskState.STATUS_APPROVED)


def returned_before(task_state):
    """The step before, of the same page, when it ended with a message to the author; else None."""
    page = task_state.workflow_state.object_id
    decided = TaskState.objects.filter(workflow_state__object_id=page, status__in=DECIDED).exclude(pk=task_state.pk)
    last = decided.select_related("revision").order_by("-finished_at", "-pk").first()
    return last if last and last.status == TaskState.STATUS_REJECTED else None


def changed_since(task_state, page, request):
    """Wagtail's comparisons of the fields that differ between the version that was returned and the one that waits."""
    returned = returned_before(task_state)
    if returned is None or returned.revision_id in (None, task_state.revision_id):
        return []
    before, now = returned.revision.as_object(), task_state.revision.as_object()
    panel = page.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    return [each for compare in panel.get_comparison() if (each := compare(before, now)).has_changed()]
