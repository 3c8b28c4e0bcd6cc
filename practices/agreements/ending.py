"""A party, or an editor, ends an agreement that is in force, at once: so does all access that rests on it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.models import RecordIdentity
from portal.access.services import end_grants_resting_on, log
from portal.records.confirming import note_values
from practices.agreements.enums import AgreementState
from practices.agreements.models import AgreementPage
from practices.agreements.rights import decides
from practices.agreements.running import running

ENDED = "agreement ended"
"""The action in the audit log, which keeps by whom and why."""


def may_end(user, identity):
    """Whether `user` may end the agreement with this identity: it is in force, and they decide about it."""
    page = running(identity) if identity.kind == "agreement" else None
    return page is not None and decides(user, page, identity)


@transaction.atomic
def end_agreement(*, identity, by, reason):
    """Ends an agreement today, in every language; what waits for review goes on waiting and says so, too.

    Raises PermissionDenied for who may not and when it is not in force, ValidationError without a reason.
    """
    identity = RecordIdentity.objects.select_for_update(no_key=True).get(pk=identity.pk)
    if not may_end(by, identity):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": _("Say why it ends.")})
    end_grants_resting_on(agreement=identity, by=by)
    today = timezone.localdate()
    note_values(identity.key, AgreementPage, state=AgreementState.ENDED.value, ends_on=today)
    log(ENDED, identity=identity, by=by, on=today.isoformat(), reason=reason)
