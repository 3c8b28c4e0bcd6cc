"""What somebody who is invited says by the link of their mail, and consent to be listed."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.attending.enums import Answer, CameBy, ConsentBy
from events.attending.events import held_page, is_over
from events.attending.models import EventInvitation, Participant
from events.attending.people import user_of
from portal.directory.rights import require
from portal.taxonomy.models import ParticipantRole

from .inviting import locked


@transaction.atomic
def answer_invitation(*, invitation, link_key, answer="", note="", name="", is_listed=False) -> EventInvitation:
    """Keeps what the reader of the mail says; it can be said anew until the event is over. Then only the consent to be
    listed counts.

    Who comes is a participant, with the name that they give; who does not is none any more. Raises PermissionDenied for
    a link that has ended since, ValidationError, by field, for an answer that is none, or a missing name of who agrees
    to be listed.
    """
    row = _locked(invitation, link_key)
    page = held_page(row.event_id)
    if page is None:
        raise PermissionDenied
    name = " ".join((name or row.name).split())[:150]
    if is_over(page):
        _listed_after(row, name, is_listed)
        return row
    if answer not in Answer.values or not answer:
        raise ValidationError({"answer": _("Choose one of the answers.")})
    if is_listed and not name:
        raise ValidationError({"name": _("Give the name by which you agree to be listed.")})
    row.answer, row.answered_at, row.note, row.name = answer, timezone.now(), " ".join(note.split())[:500], name
    row.save()
    _participates(row, is_listed)
    return row


@transaction.atomic
def say_consent(*, participant, is_listed, by, as_organiser=False) -> Participant:
    """Says whether a participant may be listed: the person themselves by their account, or who runs the event, whom
    they told. Raises PermissionDenied for everybody else, ValidationError for a yes of who runs the event after the
    person said no themselves."""
    if as_organiser:
        locked(participant.event, by)
    row = Participant.objects.select_for_update().get(pk=participant.pk)
    if not as_organiser:
        require(by is not None and by.is_active and row.user_id is not None and row.user_id == by.pk)
    if as_organiser and is_listed and row.has_refused:
        raise ValidationError(_("They said themselves that their name is not to be listed. Only they can change that."))
    consent(row, is_listed, ConsentBy.ORGANISER if as_organiser else ConsentBy.ACCOUNT)
    row.save()
    return row


def consent(row, is_listed, by):
    """Puts consent into a Participant, which is not saved: by which way, and since when. What is said already stays;
    what the person took back themselves stays a no, whoever else says yes."""
    if row.is_listed == is_listed or (row.has_refused and by == ConsentBy.ORGANISER):
        return
    row.is_listed = is_listed
    said_no = not is_listed and by != ConsentBy.ORGANISER
    row.consent_by, row.consent_at = (by, timezone.now()) if is_listed or said_no else ("", None)


def _locked(invitation, link_key):
    """The row of a link that still holds. Two answers at the same moment come one after the other."""
    row = EventInvitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if row is None or not link_key or row.link_key != link_key or row.revoked_at is not None:
        raise PermissionDenied
    return row


def _participates(row, is_listed):
    here = Participant.objects.select_for_update().filter(event=row.event_id, email=row.email)
    if row.answer != Answer.COMING:
        here.filter(came_by=CameBy.ANSWER).delete()
        return
    person = here.first() or Participant(
        event_id=row.event_id, email=row.email, organisation=row.organisation, came_by=CameBy.ANSWER,
        role=ParticipantRole.objects.filter(key="participant").first(), user=user_of(row.email),
    )  # fmt: skip
    person.name = row.name or person.name
    consent(person, is_listed, ConsentBy.LINK)
    person.save()


def _listed_after(row, name, is_listed):
    for person in Participant.objects.select_for_update().filter(event=row.event_id, email=row.email):
        person.name = person.name or name
        if is_listed and not person.name:
            raise ValidationError({"name": _("Give the name by which you agree to be listed.")})
        consent(person, is_listed, ConsentBy.LINK)
        person.save()
