"""An author's answer to "Who may see this?", and its approval by a second person."""

from django.db import transaction

from portal.access.enums import Level, TextSensitivity
from portal.access.models import AccessWish

from .identities import set_parties, widen_access


@transaction.atomic
def ask_access(*, identity, by, listed_to, details_to, names_person, names_place, tells_unpublished, named=(), reason=""):
    """Keeps what the author asks for until a reviewer approves; returns the AccessWish. Changes nothing by itself."""
    values = {
        "listed_to": Level(listed_to),
        "details_to": Level.narrower(details_to, listed_to),
        "names_person": names_person,
        "names_place": names_place,
        "tells_unpublished": tells_unpublished,
        "reason": reason,
        "asked_by": by,
    }
    wish, _ = AccessWish.objects.update_or_create(identity=identity, defaults=values)
    wish.named_organisations.set(named)
    return wish


def sensitivity_of(wish):
    """The text's sensitivity by the three questions: low when all are answered no, else high until someone decides."""
    answers = (wish.names_person, wish.names_place, wish.tells_unpublished)
    return TextSensitivity.HIGH if any(answers) else TextSensitivity.LOW


@transaction.atomic
def approve_wish(*, identity, by):
    """Turns the waiting wish, if there is one, into a change of the identity row; returns the identity.

    Author and approver are the two people that widening takes. Raises PermissionDenied when they are one.
    """
    wish = AccessWish.objects.filter(identity=identity).first()
    if wish is None:
        return identity
    named = set(wish.named_organisations.all())
    if named:
        set_parties(identity=identity, by=by, owner=identity.owner, custodian=identity.custodian, named=named)
    reason = wish.reason or f"asked by its author: {wish.listed_to} / {wish.details_to}"
    identity = widen_access(
        identity=identity,
        by=wish.asked_by,
        second=by,
        listed_to=wish.listed_to,
        details_to=wish.details_to,
        sensitivity=sensitivity_of(wish),
        reason=reason,
    )
    wish.delete()
    return identity
