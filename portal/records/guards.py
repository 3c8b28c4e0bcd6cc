"""What Wagtail and its translation offer and this portal does not have."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from portal.records.models import RecordPage

NOT_FOR_RECORDS = {"localize-restart-translation", "localize-convert-to-alias", "action-restart-workflow"}
OF_TRANSLATION = {"localize-restart-translation", "localize-convert-to-alias"}


def hide_what_is_not_offered(menu_items, request, context):
    """No page follows another one; a record is sent again by the same button as the first time."""
    absent = NOT_FOR_RECORDS if isinstance(context.get("page"), RecordPage) else OF_TRANSLATION
    menu_items[:] = [item for item in menu_items if item.name not in absent]


def refuse_synchronised_translation(request, page):
    """A translation that follows its source would publish without a review."""
    if OF_TRANSLATION & set(request.POST):
        raise PermissionDenied


def show_message_of_reviewer(request, page):
    """On pages that are no records, whose form has no place for it: why a draft came back."""
    if request.method != "GET" or isinstance(page.specific, RecordPage):
        return
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        messages.warning(request, _("Returned with a message: %s") % state.current_task_state.comment)
