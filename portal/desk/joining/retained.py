"""How long an address is kept that somebody added to their account and never confirmed: it may be anybody's."""

from allauth.account.models import EmailAddress

from portal.core.retention import kept_for
from portal.notifications.models import Notice


@kept_for("Second addresses that nobody confirmed, after the last mail to them", days=14)
def unconfirmed_addresses(before):
    # allauth keeps no day; the mail with the link stands in the outbox, sent or not.
    written = Notice.objects.filter(user=None, created_at__gte=before).values("address")
    return EmailAddress.objects.filter(verified=False, primary=False).exclude(email__in=written).delete()[0]
