"""Where Wagtail calls us: each handler is one line."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from portal.access.changes import announce
from portal.records.models import RecordPage


@receiver([page_published, page_unpublished, post_page_move, page_slug_changed])
def page_changed(sender, instance, **kwargs):
    if isinstance(instance, RecordPage):
        announce(instance.key)


@receiver(post_delete)
def page_deleted(sender, instance, **kwargs):
    if isinstance(instance, RecordPage):
        announce(instance.key)
