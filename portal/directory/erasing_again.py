"""Forgets people once more, in a portal that was restored from a backup in which they still stand."""

from django.contrib.auth import get_user_model
from django.db import transaction

from portal.directory.erasing import erase_account
from portal.directory.models import ErasedAccount, Invitation, JoinRequest

_callbacks = []


def on_forgetting_strangers(callback):
    """Calls `callback()` when what is kept under an address alone is forgotten, in that transaction: for what rooms to
    the right keep."""
    if callback not in _callbacks:
        _callbacks.append(callback)
    return callback


@transaction.atomic
def erase_again(listed):
    """Erases whoever of `listed` (as `read_list` gives them) has an account here; returns how many.

    The others are noted too: the next backup, and the list of this machine, go on knowing them. They opened their
    accounts after the backup, which may hold their invitation or request; the list has no address to find it by, so all
    that is kept under an address alone goes with them, and is asked for or given anew.
    """
    known = set(ErasedAccount.objects.values_list("number", "opened_at"))
    back = strangers = 0
    for number, opened_at, _ in dict.fromkeys(listed):
        if (number, opened_at) in known:
            continue
        if user := get_user_model().objects.filter(pk=number, date_joined=opened_at).first():
            erase_account(user=user, by=None)
            back += 1
        else:
            ErasedAccount.objects.get_or_create(number=number, opened_at=opened_at)
            strangers += 1
    if strangers:
        _forget_strangers()
    return back


def _forget_strangers():
    for model in (Invitation, JoinRequest):
        model.objects.filter(account=None).delete()
    for callback in _callbacks:
        callback()
