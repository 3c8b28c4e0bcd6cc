"""The way of a record from draft to published, for forms and programs outside the admin.

draft → sent for review → returned with a message, or approved → published. What is public stays so meanwhile.
The admin's review page calls `approve` and `return_with_message`. Its own form saves, sends and takes back by Wagtail's
views; those of `ReviewTask` and `AccessFields` are the same rules. None of these asks whether `by` may write here at
all: the admin and the forms do, before they call.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from portal.access.models import RecordIdentity
from portal.access.services import ChangedMeanwhile
from portal.records.models import Submission, SubmittedPart
from portal.records.models.review import APPROVE, RETURN, is_answered
from portal.records.trust import let_out


@transaction.atomic
def save_draft(*, page, by, access=None):
    """Keeps the page as a draft and returns its revision; `access` are the arguments of `ask_access`, or None.

    A page that is new must have been put below its list. Raises ValidationError while the page waits for review.
    """
    if page.workflow_in_progress:
        raise ValidationError(_("It waits for review. Take it back before you change it."))
    page.asked_access = access
    return page.save_revision(user=by, log_action=True)


@transaction.atomic
def submit_for_review(*, page, by):
    """Sends the latest draft for review, for the first time or again; returns the WorkflowState, or None when it went
    out at once (portal.records.trust).

    Raises ValidationError when it waits already, or when nobody has answered who may see it.
    """
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        raise ValidationError(_("It waits for review already."))
    if not is_answered(RecordIdentity.objects.get(pk=page.key)):
        raise ValidationError(_("Answer the questions of “Who may see this?” before you send it for review."))
    if state:
        state.cancel(user=by)
    if let_out(page=page, by=by):
        return None
    return page.get_workflow().start(page, by)


@transaction.atomic
def send_together(*, pages, by, title):
    """Sends drafts for review as one Submission, which is returned: an import is one. Raises as `submit_for_review`."""
    submission = Submission.objects.create(title=title, by=by)
    for page in pages:
        send_with(submission=submission, page=page, by=by)
    return submission


@transaction.atomic
def send_with(*, submission, page, by):
    """Sends one more draft with a joint Submission; returns whether it waits now. Raises as `submit_for_review`."""
    if submit_for_review(page=page, by=by) is None:
        return False
    SubmittedPart.objects.update_or_create(object_id=str(page.pk), defaults={"submission": submission})
    return True


def return_with_message(*, page, by, message, seen=None):
    """Gives the draft back to its author, who reads `message`.

    Raises PermissionDenied or ChangedMeanwhile (as `approve`), or ValidationError without a message.
    """
    _act(page, by, RETURN, message, seen)


def approve(*, page, by, message="", seen=None):
    """Grants the access asked for and publishes what was sent, both or nothing.

    Raises PermissionDenied (not waiting, no editor, own submission) or NotAsSubmitted, whose text says why;
    ChangedMeanwhile when what waits is not the submission that `by` has `seen` (primary key of its TaskState; None:
    whichever waits).
    """
    _act(page, by, APPROVE, message, seen)


@transaction.atomic
def take_back(*, page, by):
    """Ends the review without a decision; the draft stays. Raises PermissionDenied for who may not."""
    state = page.current_workflow_state
    if state is None or not state.user_can_cancel(by):
        raise PermissionDenied
    state.cancel(user=by)


def _act(page, by, action, message, seen):
    state = page.current_workflow_task_state
    if state is None:
        raise PermissionDenied
    if seen not in (None, state.pk):
        raise ChangedMeanwhile
    state.task.specific.on_action(state, by, action, comment=message)
