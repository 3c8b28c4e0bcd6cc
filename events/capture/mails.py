"""The mail that says that a sheet waits, and what its words may use when it is sent."""

from events.capture.enums import SheetKind, SheetState
from events.capture.models import Sheet
from events.capture.reading import event_title
from events.capture.rights import may_decide
from events.capture.telling import WAITING
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind


def told_of_sheet(user, facts):
    """The sheet of a mail, without a word of what is in it; None when it waits no more, or not for this person."""
    sheet = Sheet.objects.filter(pk=facts.get("sheet")).select_related("organisation", "event").first()
    if sheet is None or sheet.state != SheetState.SENT or not may_decide(user, sheet):
        return None
    is_talk = sheet.kind == SheetKind.TALK
    return {"organisation": sheet.of_whom, "is_talk": is_talk, "event": event_title(sheet.event, user, in_mail=True)}


KINDS = (MessageKind(WAITING, Urgency.MUST, action=None, members_only=True, told=told_of_sheet),)
