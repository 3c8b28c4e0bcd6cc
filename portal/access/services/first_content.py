"""Access that the portal itself gives: to organisations as such, and to what rests on published sources alone.

Both are audited with nobody as actor: no person decided, the rule written here did.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.access.changes import announce
from portal.access.enums import Level, TextSensitivity
from portal.access.models import RecordIdentity

from .audit import log

ORGANISATION = "organisation"


def organisations_changed(organisations):
    """Gives new organisations their identity row; says of known ones that they changed."""
    for organisation in organisations:
        if RecordIdentity.objects.filter(pk=organisation.key).exists():
            announce(organisation.key)
        else:
            register_organisation(organisation=organisation)


@transaction.atomic
def register_organisation(*, organisation):
    """The identity row of an organisation: that it exists is public, and it owns what is said of it.

    Whoever wants less narrows the row afterwards (`restrict_access`).
    """
    identity = RecordIdentity.objects.create(
        key=organisation.key, kind=ORGANISATION, code=organisation.code, owner=organisation,
        listed_to=Level.PUBLIC, details_to=Level.PUBLIC, text_sensitivity=TextSensitivity.LOW,
    )  # fmt: skip
    log("registered", identity=identity, listed_to=identity.listed_to, details_to=identity.details_to)
    announce(identity.key)
    return identity


@transaction.atomic
def publish_from_sources(*, identity, reason):
    """Opens to everyone a record whose every fact stands in published sources, which it names; returns the identity.

    No owner is told of it, as one is of what members write (owners.py): it says what everyone can read there already.

    Only as long as nobody decided anything about it, so that no later load can open what a person narrowed: raises
    PermissionDenied otherwise, and ValidationError when no reason is given.
    """
    identity = RecordIdentity.objects.select_for_update().get(pk=identity.pk)
    if identity.version > 1 or identity.withdrawn_at or identity.owner_id or identity.custodian_id:
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError(_("Say on which published sources this rests."))
    identity.text_sensitivity = TextSensitivity.LOW
    identity.listed_to = identity.details_to = Level.PUBLIC
    identity.version += 1
    identity.save()
    log("published from sources", identity=identity, listed_to=Level.PUBLIC, details_to=Level.PUBLIC, reason=reason)
    announce(identity.key)
    return identity
