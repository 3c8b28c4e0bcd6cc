"""What the admin's first page says of the review: the longest waiting drafts that one may decide on."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.models import TaskState

SHOWN = 5


class WaitingPanel(Component):
    """In the place of Wagtail's panel, which lists all that waits and asks the database eight times for each."""

    name = WorkflowObjectsToModeratePanel.name
    order = WorkflowObjectsToModeratePanel.order
    template_name = "records/admin/waiting_panel.html"

    def get_context_data(self, parent_context=None):
        waiting = TaskState.objects.reviewable_by(parent_context["request"].user)
        oldest = (
            waiting.order_by("started_at", "pk")
            .select_related("workflow_state__requested_by", "workflow_state__content_type")
            .prefetch_related("workflow_state__content_object")
        )
        return {
            "heading": _("Waiting for review"),
            "states": [each.workflow_state for each in oldest[:SHOWN]],
            "total": waiting.count(),
        }


def replace_waiting_panel(request, panels):
    """Hook: what waits for review is listed once, and in short."""
    panels[:] = [each for each in panels if not isinstance(each, WorkflowObjectsToModeratePanel)]
    panels.append(WaitingPanel())
