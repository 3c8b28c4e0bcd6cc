"""Who follows an idea hears of each step of its timeline, once. The state stands on its card; the reason, a detail, is
read on its page."""

from portal.access.enums import Action
from portal.community.following import followers
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.posting import tell
from practices.partnerships.models.life import IdeaChange


def tell_of_step(change) -> int:
    """Tells who follows the idea of an IdeaChange, but not who made it; returns how many are told."""
    people = followers(change.identity) - {change.by}
    event = f"{MOVED.key}:{change.pk}"
    return tell(kind=MOVED.key, event=event, people=people, record=change.identity_id, facts={"step": change.pk})


def told_of_step(user, facts):
    """The state to which the step led; None where the step is no longer there."""
    change = IdeaChange.objects.filter(pk=facts.get("step")).select_related("state").first()
    return change and {"state": change.state.label}


MOVED = MessageKind("idea_moved", Urgency.NEWS, Action.KNOW, members_only=True, told=told_of_step)
