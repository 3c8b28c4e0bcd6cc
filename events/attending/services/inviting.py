"""Asks people to come, by mail to addresses that need no account; takes it back; asks again."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.attending.enums import Answer, ConsentBy
from events.attending.events import held_page, is_over
from events.attending.models import EventInvitation, Participant
from events.attending.models.invitation import new_link_key
from events.attending.models.participant import OF_NOBODY
from events.attending.telling import tell_invited
from events.rights import runs
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.directory.rights import require
from portal.taxonomy.models import Sector

MOST = 1000
"""Invitations of one event."""


@dataclass(frozen=True)
class Invitee:
    """Whom to ask: an address, and a name where one is known."""

    email: str
    name: str = ""


@transaction.atomic
def invite(
    *, event: RecordIdentity, invitees: list[Invitee], by, organisation: Organisation | None = None,
    sector: Sector | None = None, language: str = "en", answer_by: date | None = None,
) -> list[EventInvitation]:  # fmt: skip
    """Invites these people and writes to them; returns the new EventInvitations. Who is invited already hears nothing
    more; whose invitation was taken back gets a new one.

    It tells them of the event, whoever may know of it otherwise. Raises PermissionDenied for who does not run the
    event, ValidationError when it is over, when the day has passed, and for too many.
    """
    event = locked(event, by)
    require_coming(event)
    if answer_by and answer_by < timezone.localdate():
        raise ValidationError({"answer_by": _("This day has passed. Give a later one.")})
    asked = {each.email.strip().lower(): each for each in invitees}
    there = {row.email: row for row in EventInvitation.objects.filter(event=event, email__in=asked)}
    if EventInvitation.objects.filter(event=event).count() + len(asked.keys() - there.keys()) > MOST:
        raise ValidationError({"people": _("An event has at most %d invitations.") % MOST})
    said = {"organisation": organisation, "sector": sector, "language": language, "answer_by": answer_by}
    made = []
    for email, invitee in asked.items():
        row = there.get(email) or EventInvitation(event=event, email=email)
        if row.pk and row.revoked_at is None:
            continue
        made.append(_sent(row, by, name=invitee.name[:150], **said))
    return made


@transaction.atomic
def invite_again(*, invitation, by, stamp=None) -> EventInvitation:
    """Writes once more, with a new link; the one before ends. The answer stays. Where a `stamp` is given that is not
    the row's any more, that was done already: the same was sent again. Raises as `invite`."""
    event = locked(invitation.event, by)
    require_coming(event)
    row = EventInvitation.objects.select_for_update().get(pk=invitation.pk, event=event)
    if stamp and stamp != row.stamp:
        return row
    if not row.email:
        raise ValidationError(_("Its address is no longer known."))
    row.link_key, row.sent_at, row.revoked_at = new_link_key(), timezone.now(), None
    row.save()
    tell_invited(row)
    return row


@transaction.atomic
def revoke(*, invitation, by) -> None:
    """Takes an invitation back: its link ends, and with it the consent that only this link could take back. Raises
    PermissionDenied for who does not run the event."""
    event = locked(invitation.event, by)
    here = Participant.objects.filter(event=event, email=invitation.email, consent_by=ConsentBy.LINK, is_listed=True)
    if invitation.email:
        here.without_account().update(**OF_NOBODY)
    EventInvitation.objects.filter(pk=invitation.pk, event=event, revoked_at=None).update(revoked_at=timezone.now())


def locked(event, by):
    """The identity of the event, locked until the transaction ends. Raises PermissionDenied for who does not run it."""
    event = RecordIdentity.objects.select_for_update(no_key=True).get(pk=event.pk)
    require(event.kind == "event" and runs(by, event))
    return event


def require_coming(event):
    """Raises ValidationError when nobody can be invited to the event any more."""
    page = held_page(event.pk)
    if page is None or is_over(page):
        raise ValidationError(_("The event is over, or is not published: nobody can be invited to it."))


def _sent(row, by, **said):
    """A row that asks anew: nothing that was answered to an invitation which was taken back stays."""
    row.invited_by, row.sent_at, row.revoked_at, row.link_key = by, timezone.now(), None, new_link_key()
    row.answer, row.answered_at, row.note = Answer.NONE, None, ""
    for name, value in said.items():
        setattr(row, name, value)
    row.save()
    tell_invited(row)
    return row
