"""Forgets people once more, in a portal that was restored from a backup in which they still stand."""

from django.contrib.auth import get_user_model
from django.db import transaction

from portal.directory.erasing import erase_account
from portal.directory.models import ErasedAccount


@transaction.atomic
def erase_again(listed):
    """Erases whoever of `listed` (as `read_list` gives them) has an account here; returns how many.

    The others are noted too: the next backup, and the list of this machine, go on knowing them.
    """
    known = set(ErasedAccount.objects.values_list("number", "opened_at"))
    back = 0
    for number, opened_at, _ in dict.fromkeys(listed):
        if (number, opened_at) in known:
            continue
        if user := get_user_model().objects.filter(pk=number, date_joined=opened_at).first():
            erase_account(user=user, by=None)
            back += 1
        else:
            ErasedAccount.objects.get_or_create(number=number, opened_at=opened_at)
    return back
