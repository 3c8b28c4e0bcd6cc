"""How long the outbox keeps what it has done with, an answer or none; what was to be said is gone by then."""

from portal.core.retention import kept_for
from portal.notifications.models import Notice


@kept_for("Mails, after they were sent or given up", days=365)
def ended_notices(before):
    return Notice.objects.filter(ended_at__lt=before).delete()[0]
