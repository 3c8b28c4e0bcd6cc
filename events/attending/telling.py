"""The mails to who is invited. What stands in them is read when they are sent."""

from events.attending.links import answer_path
from portal.notifications.posting import write_to

INVITED, ANSWER_DUE = "event_invited", "event_answer_due"


def tell_invited(invitation) -> int:
    """The invitation itself; once for each link."""
    return _write(invitation, INVITED)


def tell_answer_due(invitation) -> int:
    """The one reminder of who has not answered; once for each link."""
    return _write(invitation, ANSWER_DUE)


def _write(invitation, kind):
    facts = {"invitation": invitation.pk, "link_key": invitation.link_key, "path": answer_path(invitation)}
    return write_to(
        kind=kind,
        event=f"{kind}:{invitation.pk}:{invitation.link_key}",
        address=invitation.email,
        language=invitation.language,
        facts=facts,
    )
