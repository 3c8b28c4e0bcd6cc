"""What of a person stands here: their webhooks, taken along with their own data and gone when they are forgotten."""

from portal.directory.own_data import add_part
from portal.webhooks.models import Webhook


def forget_person(user):
    """Nothing is sent for them any more."""
    Webhook.objects.filter(user=user).delete()


def _webhooks(user):
    return list(Webhook.objects.filter(user=user).values("url", "types", "kinds", "created_at", "paused_at"))


add_part("webhooks", _webhooks)
