"""Where Wagtail calls us: each handler is one line."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import (
    page_published,
    page_slug_changed,
    post_page_move,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from portal.access.changes import announce
from portal.records.announcing import announce_below, announce_page
from portal.records.file_uses import renew_uses
from portal.records.models import RecordPage
from portal.records.silence import published_again
from portal.records.term_changes import announce_users
from portal.taxonomy.signals import terms_changed


@receiver([post_page_move, page_slug_changed])
def page_has_new_address(sender, instance, **kwargs):
    announce_below(instance)


@receiver(post_save, sender=Page)
def plain_page_saved(sender, instance, raw=False, **kwargs):
    if not raw:
        announce_page(instance)


@receiver(page_published)
def page_shows_files(sender, instance, **kwargs):
    renew_uses(instance)


@receiver(page_published)
def record_is_public(sender, instance, **kwargs):
    if isinstance(instance, RecordPage):
        published_again(instance)


@receiver(post_delete)
def page_deleted(sender, instance, **kwargs):
    if isinstance(instance, RecordPage):
        announce(instance.key)


@receiver(terms_changed)
def terms_were_changed(sender, users, **kwargs):
    announce_users(users)


def no_mail(**kwargs):
    """Stands where Wagtail's mails about the workflow would: they link to the admin, in the sender's language."""


# This app is ready before Wagtail's admin, which then finds its place taken: one receiver a `dispatch_uid` and sender.
for signal, sender, name in (
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
):
    signal.connect(no_mail, sender=sender, dispatch_uid=name)
