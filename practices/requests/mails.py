"""The kinds of mails about requests, and what their words may use when they are sent."""

from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from practices.requests.models import DataRequest, RequestStep
from practices.requests.reading import as_read
from practices.requests.sides import sides_of
from practices.requests.telling import ASKED, CONFIRM, KEEP, STEP


def told(user, facts):
    """The request of a mail as its reader may read it now; None when they may not any more."""
    request = DataRequest.objects.filter(pk=facts.get("request")).first()
    if request is None or not sides_of(user, request):
        return None
    step = RequestStep.objects.filter(pk=facts.get("step")).select_related("reason").first()
    return {"request": as_read(request, user), "step": step}


KINDS = (
    MessageKind(ASKED, Urgency.MUST, action=None, told=told),
    MessageKind(STEP, Urgency.MUST, action=None, told=told),
    MessageKind(CONFIRM, Urgency.ALWAYS, action=None, told=told),
    MessageKind(KEEP, Urgency.MUST, action=None, told=told),
)
