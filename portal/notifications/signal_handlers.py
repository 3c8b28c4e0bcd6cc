"""Where Wagtail calls us, inside the transaction of the step: each handler is one line."""

from django.dispatch import receiver
from wagtail.signals import task_cancelled, task_submitted, workflow_approved, workflow_rejected

from portal.notifications.review_steps import APPROVED, RETURNED, SENT, TAKEN_BACK, tell_authors


# The task and not the workflow: what came back and is sent again by the admin's form goes on in its old workflow.
@receiver(task_submitted)
def review_asked_for(sender, instance, user, **kwargs):
    tell_authors(SENT, instance.workflow_state, user, instance.pk)


@receiver(workflow_rejected)
def review_returned(sender, instance, user, **kwargs):
    tell_authors(RETURNED, instance, user, instance.current_task_state_id)


@receiver(workflow_approved)
def review_approved(sender, instance, user, **kwargs):
    tell_authors(APPROVED, instance, user, instance.current_task_state_id)


@receiver(task_cancelled)
def review_taken_back(sender, instance, user, **kwargs):
    tell_authors(TAKEN_BACK, instance.workflow_state, user, instance.pk)
