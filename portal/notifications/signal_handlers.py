"""Where Wagtail calls us, inside the transaction of the step: each handler is one line."""

from django.dispatch import receiver
from wagtail.signals import task_cancelled, workflow_approved, workflow_rejected, workflow_submitted

from portal.notifications.review_steps import APPROVED, RETURNED, SENT, TAKEN_BACK, tell_authors


@receiver(workflow_submitted)
def review_asked_for(sender, instance, user, **kwargs):
    tell_authors(SENT, instance, user, instance.current_task_state_id)


@receiver(workflow_rejected)
def review_returned(sender, instance, user, **kwargs):
    tell_authors(RETURNED, instance, user, instance.current_task_state_id)


@receiver(workflow_approved)
def review_approved(sender, instance, user, **kwargs):
    tell_authors(APPROVED, instance, user, instance.current_task_state_id)


@receiver(task_cancelled)
def review_taken_back(sender, instance, user, **kwargs):
    tell_authors(TAKEN_BACK, instance.workflow_state, user, instance.pk)
