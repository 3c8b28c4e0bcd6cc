"""The kinds of mails about requests, and what their words may use when they are sent."""

from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from practices.requests.enums import Act
from practices.requests.models import DataRequest, RequestStep
from practices.requests.reading import as_read
from practices.requests.sides import sides_of
from practices.requests.telling import ASKED, CONFIRM, KEEP, LONGER, STEP

SAID_BY_STATE = frozenset({Act.APPROVE})
"""Steps whose state says more than what was done: approved with conditions."""


def told(user, facts):
    """The request of a mail as its reader may read it now; None when they may not any more."""
    request = DataRequest.objects.filter(pk=facts.get("request")).first()
    if request is None or not sides_of(user, request):
        return None
    step = RequestStep.objects.filter(pk=facts.get("step")).select_related("reason").first()
    read = as_read(request, user)
    news = step.get_act_display() if step and step.act not in SAID_BY_STATE else read.state_label
    return {"request": read, "step": step, "news": news}


KINDS = (
    MessageKind(ASKED, Urgency.MUST, action=None, told=told),
    MessageKind(STEP, Urgency.MUST, action=None, told=told),
    MessageKind(CONFIRM, Urgency.ALWAYS, action=None, told=told),
    MessageKind(LONGER, Urgency.MUST, action=None, told=told),
    MessageKind(KEEP, Urgency.MUST, action=None, told=told),
)
