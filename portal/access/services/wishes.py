"""An author's answer to "Who may see this?", and its approval by a second person."""

from django.db import transaction

from portal.access.enums import Level, TextSensitivity
from portal.access.models import AccessWish

from .identities import set_parties, widen_access


@transaction.atomic
def ask_access(*, identity, by, listed_to, details_to, names_person, names_place, tells_unpublished, named=(), reason=""):
    """Keeps what the author asks for until a reviewer approves; returns the AccessWish. Changes nothing by itself.

    A question not answered yet is None. A wish for what is already so is dropped: then it returns None.
    """
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
    if is_granted(wish, identity):
        wish.delete()
        return None
    return wish


def is_granted(wish, identity):
    """Whether the identity row already is what the wish asks for."""
    asked = (wish.listed_to, wish.details_to, sensitivity_of(wish), set(wish.named_organisations.all()))
    named = set(identity.named_organisations.all())
    return asked == (identity.listed_to, identity.details_to, identity.text_sensitivity, named)


def sensitivity_of(wish):
    """The text's sensitivity by the three questions: low when all are answered no, high until someone decides when
    one is answered yes, not assessed while one is unanswered."""
    if not wish.is_answered:
        return TextSensitivity.NOT_ASSESSED
    return TextSensitivity.HIGH if any(wish.answers) else TextSensitivity.LOW


@transaction.atomic
def approve_wish(*, identity, by):
    """Turns the waiting wish, if there is one, into a change of the identity row; returns the identity.

    Author and approver are the two people that widening takes. Raises PermissionDenied when they are one.
    """
    wish = AccessWish.objects.filter(identity=identity).first()
    if wish is None:
        return identity
    named = set(wish.named_organisations.all())
    if named != set(identity.named_organisations.all()):
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
