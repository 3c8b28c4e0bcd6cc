"""How long it is kept what was sent, and what waits for receivers that nobody has going again."""

from portal.core.retention import kept_for
from portal.webhooks.models import Delivery, Webhook


@kept_for("Messages to webhooks, after they were sent or given up", days=30)
def ended_deliveries(before):
    return Delivery.objects.filter(ended_at__lt=before).delete()[0]


@kept_for("Webhooks that are paused, with what waits for them", days=90)
def paused_webhooks(before):
    return Webhook.objects.filter(paused_at__lt=before).delete()[1].get("webhooks.Webhook", 0)
