"""Which version of an entry who speaks for an owner of its data reads before it is shown to everyone."""

from wagtail.models import TaskState

from portal.access.enums import Level
from portal.access.services import if_granted
from portal.desk.owners.mails import notices_to


def version_told_of(user, identity):
    """The Revision of which an owner of data was told for whom `user` speaks, while it waits for its review and would
    be shown to everyone; None at any other time.

    What its authors write later is not theirs to read, nor what is narrowed again: they are told of the next version.
    """
    if if_granted(identity).listed_to != Level.PUBLIC:
        return None
    versions = [notice.version for notice in notices_to(user, identity)]
    waiting = TaskState.objects.filter(revision__in=versions, status=TaskState.STATUS_IN_PROGRESS)
    state = waiting.select_related("revision").order_by("pk").first()
    return state and state.revision
