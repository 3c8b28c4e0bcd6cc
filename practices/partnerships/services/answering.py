"""An organisation answers for itself whether it is a partner."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.changes import announce
from portal.access.services import log
from portal.directory.rights import require
from practices.partnerships.enums import Answer
from practices.partnerships.models.life import PartnerAnswer
from practices.partnerships.rights import answers_for
from practices.partnerships.states import stands

from .moving import locked

ANSWERED = "idea answered"
"""The action in the audit log."""


@transaction.atomic
def answer_for(*, identity, organisation, answer: str, by) -> PartnerAnswer:
    """Keeps what an organisation says of its part in an idea, named in it or not; the last word counts.

    Raises PermissionDenied for who does not speak for it or may not read the idea, ValidationError for an answer that
    there is not and when the idea is over.
    """
    identity = locked(identity)
    require(organisation in answers_for(by, identity))
    if answer not in Answer.values:
        raise ValidationError({"answer": _("Choose one of the answers.")})
    require_open(identity)
    said = {"answer": answer, "answered_by": by, "answered_at": timezone.now()}
    row, _is_new = PartnerAnswer.objects.update_or_create(identity=identity, organisation=organisation, defaults=said)
    log(ANSWERED, identity=identity, by=by, organisation=organisation.code, answer=answer)
    announce(identity.key)
    return row


def require_open(identity):
    """Raises ValidationError when nothing can come of the idea any more."""
    if not stands(identity.key).is_open:
        raise ValidationError(_("This idea is over: it stays to be read, and takes no more answers."))
