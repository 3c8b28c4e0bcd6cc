"""What the page behind the link of a mail shows: to who was given the task, the words of the task."""

from dataclasses import dataclass
from datetime import date

from events.actions.models import FollowUpAction
from events.published import page_of
from portal.access.enums import TO_ALL_MEMBERS
from portal.access.models import RecordIdentity


@dataclass(frozen=True)
class GivenTask:
    """A task for who has its link. `asked_by` is the organisation that keeps it (that of who made it), `event` where it
    was agreed; "" where there is none."""

    code: str
    title: str
    details: str
    lang: str
    organisation: str
    due_on: date
    asked_by: str
    event: str


def task_of(action: FollowUpAction) -> GivenTask:
    """The GivenTask of an action, at any level: the link is theirs who were given the task, and a task that one may not
    read cannot be done (decision 0034). Of its event no more than any mail says."""
    keeper = action.identity.custodian
    return GivenTask(
        code=action.code,
        title=action.title,
        details=action.details,
        lang=action.locale.language_code,
        organisation=action.organisation.name,
        due_on=action.due_on,
        asked_by=keeper.name if keeper else "",
        event=_event(action.event_id),
    )


def _event(key):
    """By name where all members may know of it, else by its code."""
    identity = RecordIdentity.objects.filter(pk=key).first()
    page = identity and page_of(key)
    if page is None:
        return ""
    return f"{page.title} ({identity.code})" if identity.listed_to in TO_ALL_MEMBERS else identity.code
