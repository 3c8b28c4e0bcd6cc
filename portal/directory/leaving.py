"""Leaving: memberships end and the account closes. Who wants to be forgotten as well: portal.directory.erasing."""

from django.db import transaction

from portal.directory.erasing import close_account
from portal.directory.events import tell_event


@transaction.atomic
def leave(*, user):
    """Ends all memberships and closes the account; what was written stays with its organisations."""
    tell_event("left", by=user)
    close_account(user=user)
