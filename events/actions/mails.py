"""The kinds of mails about actions, and what their words may use when they are sent."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from events.actions.models import FollowUpAction
from events.actions.queries import last_given
from events.actions.rights import is_agreed, may_report, runs
from events.actions.telling import DUE, GIVEN, LATE
from portal.access.enums import TO_ALL_MEMBERS, Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.directory.models import Organisation
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind

MOST_LISTED = 20


@dataclass(frozen=True)
class MailedAction:
    """An action in a mail: by its words where all members may know of it, else by its code."""

    code: str
    title: str
    organisation: str
    due_on: date
    days_left: int
    is_agreed: bool
    asker: str
    """The organisation of who asks for it; "" where the reader may not know of it."""

    @property
    def label(self):
        return f"“{self.title}” ({self.code})" if self.title else self.code

    @property
    def due_iso(self):
        """The day as mails keep it."""
        return self.due_on.isoformat()

    @property
    def days_late(self):
        return -self.days_left


def told_of_one(user, facts):
    """The action of a mail; None when it is done, theirs no more, due on another day, or its link has ended."""
    action = FollowUpAction.objects.filter(key=facts.get("action")).select_related("organisation").first()
    identity = action and action.identity
    if identity is None or identity.withdrawn_at or not action.is_open:
        return None
    is_theirs = may_report(user, action) if user else action.link_key == facts.get("link_key")
    if not is_theirs or facts.get("due_on", action.due_on.isoformat()) != action.due_on.isoformat():
        return None
    return {"action": _mailed(action, identity, user)}


def told_of_late(user, facts):
    """The actions of an event that are late today and of which who runs it may know; None when there are none."""
    event = RecordIdentity.objects.filter(pk=facts.get("event")).first()
    if event is None or not runs(user, event):
        return None
    rows = FollowUpAction.objects.late().now_at([event.pk]).visible_to(user).select_related("organisation")
    found = list(rows.order_by("due_on", "code"))
    levels = RecordIdentity.objects.in_bulk([each.key for each in found[:MOST_LISTED]])
    listed = [_mailed(each, levels[each.key]) for each in found[:MOST_LISTED]]
    return {"actions": listed, "count": len(found)} if found else None


def _mailed(action, identity, user=None):
    title = action.title if identity.listed_to in TO_ALL_MEMBERS else ""
    left = (action.due_on - timezone.localdate()).days
    given = last_given(action)
    return MailedAction(
        action.code, title, action.organisation.short_name, action.due_on, left, is_agreed(action, given),
        _asker(given, user),
    )  # fmt: skip


def _asker(given, user):
    mine = list(reader_of(given.by).organisation_ids) if given is not None and given.by_id else []
    organisation = Organisation.objects.live().filter(pk=mine[0]).first() if len(mine) == 1 else None
    return organisation.short_name if organisation is not None and can(user, Action.KNOW, organisation) else ""


KINDS = (
    MessageKind(GIVEN, Urgency.MUST, Action.KNOW, told=told_of_one),
    MessageKind(DUE, Urgency.MUST, Action.KNOW, told=told_of_one),
    MessageKind(LATE, Urgency.MUST, Action.KNOW, told=told_of_late),
)
