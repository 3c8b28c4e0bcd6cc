"""What is kept of joining: an address that somebody added and never confirmed, for a time; names in mails that wait."""

from allauth.account.models import EmailAddress

from portal.core.retention import kept_for
from portal.directory.erasing import on_erase
from portal.notifications.models import Notice


@kept_for("Second addresses that nobody confirmed, after the last mail to them", days=14)
def unconfirmed_addresses(before):
    # allauth keeps no day; the mail with the link stands in the outbox, sent or not.
    written = Notice.objects.filter(user=None, created_at__gte=before).values("address")
    return EmailAddress.objects.filter(verified=False, primary=False).exclude(email__in=written).delete()[0]


@on_erase
def forget_invitations_that_wait_in_the_outbox(user):
    """They name who invites; the invitations end with the account."""
    events = [f"invitation:{pk}" for pk in user.invitations.values_list("pk", flat=True)]
    Notice.objects.filter(event__in=events, ended_at=None).delete()
