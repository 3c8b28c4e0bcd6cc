"""The kinds of mails to who is invited, and what their words may use when they are sent."""

from dataclasses import dataclass
from datetime import date

from events.attending.enums import Answer
from events.attending.events import held_page, is_over
from events.attending.invited import hosts_of
from events.attending.models import EventInvitation
from events.attending.telling import ANSWER_DUE, INVITED
from events.row import days_of
from portal.access.enums import TO_ALL_MEMBERS
from portal.core.languages import enumerated
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind


@dataclass(frozen=True)
class MailedInvitation:
    """An invitation in a mail, which is forwarded easily: by name, days, place, hosts and summary of the event where
    all members may know of it, else by its code. The page behind the link says the rest."""

    label: str
    days: str
    place: str
    hosts: str
    about: str
    answer_by: date | None

    @property
    def answer_by_iso(self):
        """The day as mails keep it."""
        return self.answer_by.isoformat() if self.answer_by else ""


def told_of_invitation(user, facts):
    """The invitation of a mail; None when it was taken back, has another link, or the event is over or gone."""
    invitation = EventInvitation.objects.standing().filter(pk=facts.get("invitation")).exclude(email="").first()
    if invitation is None or invitation.link_key != facts.get("link_key"):
        return None
    page = held_page(invitation.event_id)
    return {"invitation": _mailed(invitation, page)} if page and not is_over(page) else None


def told_of_missing_answer(user, facts):
    """The same, as long as there is no answer."""
    found = EventInvitation.objects.filter(pk=facts.get("invitation"), answer=Answer.NONE).exists()
    return told_of_invitation(user, facts) if found else None


def _mailed(invitation, page):
    identity = page.identity
    if identity.listed_to not in TO_ALL_MEMBERS:
        return MailedInvitation(identity.code, "", "", "", "", invitation.answer_by)
    hosts = enumerated(hosts_of(page, identity))
    label = f"“{page.title}” ({identity.code})"
    return MailedInvitation(label, days_of(page), page.place, hosts, page.summary, invitation.answer_by)


KINDS = (
    MessageKind(INVITED, Urgency.MUST, None, told=told_of_invitation),
    MessageKind(ANSWER_DUE, Urgency.MUST, None, told=told_of_missing_answer),
)
