"""An author's answer to "Who may see this?", and its approval by a second person."""

from django.db import transaction

from portal.access.enums import Level, TextSensitivity
from portal.access.models import AccessWish

from .deciding import ChangedMeanwhile, locked, require_asking, require_second, require_uncontested
from .identities import change, with_levels
from .owners import require_owners


@transaction.atomic
def ask_access(
    *, identity, by, listed_to, details_to, names_person, names_place, tells_unpublished, named=(), reason="",
    starts_at=TextSensitivity.LOW, version=None, is_draft=False,
):  # fmt: skip
    """Keeps what the author asks for until a reviewer approves; returns the AccessWish. Changes nothing by itself.

    A question not answered yet is None; `starts_at` is the sensitivity of the text when all are answered no. A wish
    for what is already so is dropped: then it returns None.
    `version` is that of the identity which `by` saw when they asked: raises ChangedMeanwhile when it is another now, so
    that nothing is asked for past a narrowing. Raises PermissionDenied for who neither wrote the record nor stands in
    its chain. `is_draft`: nothing of the record is published.
    """
    identity = locked(identity)
    require_asking(by, identity, is_draft)
    if version not in (None, identity.version):
        raise ChangedMeanwhile
    values = {
        "listed_to": Level(listed_to),
        "details_to": Level.narrower(details_to, listed_to),
        "names_person": names_person,
        "names_place": names_place,
        "tells_unpublished": tells_unpublished,
        "starts_at": starts_at,
        "reason": reason,
        "asked_by": by,
    }
    wish, _ = AccessWish.objects.update_or_create(identity=identity, defaults=values)
    wish.named_organisations.set(named)
    if is_granted(wish, identity):
        wish.delete()
        return None
    return wish


def if_granted(identity):
    """The row as it would be with what is asked for it, for a preview: a copy that is never saved."""
    wish = AccessWish.objects.filter(identity=identity).first()
    if wish is None:
        return identity
    return with_levels(identity, wish.listed_to, wish.details_to, sensitivity_of(wish))


def is_granted(wish, identity):
    """Whether the identity row already is what the wish asks for."""
    asked = (wish.listed_to, wish.details_to, sensitivity_of(wish), set(wish.named_organisations.all()))
    named = set(identity.named_organisations.all())
    return asked == (identity.listed_to, identity.details_to, identity.text_sensitivity, named)


def sensitivity_of(wish):
    """The text's sensitivity by the three questions: where it starts when all are answered no, high until someone
    decides when one is answered yes, not assessed while one is unanswered."""
    if not wish.is_answered:
        return TextSensitivity.NOT_ASSESSED
    return TextSensitivity.HIGH if any(wish.answers) else TextSensitivity(wish.starts_at)


@transaction.atomic
def approve_wish(*, identity, by, has_sources=False):
    """Turns the waiting wish, if there is one, into a change of the identity row; returns the identity.

    Author and approver are the two people that widening takes. Raises PermissionDenied when they are one, or when
    `by` is no editor; OwnersWait when it would go beyond the members before an owner of data let it, with
    `has_sources` whether the record rests on published sources.
    """
    identity = locked(identity)
    wish = AccessWish.objects.filter(identity=identity).first()
    if wish is None:
        return identity
    require_second(wish.asked_by, by, identity)
    require_uncontested(identity)
    if Level.PUBLIC in (wish.listed_to, wish.details_to):
        require_owners(identity, has_sources=has_sources)
    identity.named_organisations.set(wish.named_organisations.all())
    identity.text_sensitivity = sensitivity_of(wish)
    wish.delete()
    named = sorted(identity.named_organisations.values_list("pk", flat=True))
    return change(
        identity, "wish approved", by, wish.listed_to, wish.details_to,
        asked_by=wish.asked_by_id, reason=wish.reason, named=named,
    )  # fmt: skip
