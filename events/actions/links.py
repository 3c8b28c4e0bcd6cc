"""The link by which a person without an account reports on one action: signed, for three months, ended when the person
is another, and when the action is done or dropped. Opening it changes nothing."""

from datetime import timedelta

from django.core.exceptions import ValidationError

from events.actions.models import FollowUpAction
from portal.core.signed_links import SignedLink, path_in_english

REPORT = SignedLink("events.actions.report", timedelta(days=92))


def report_path(action) -> str:
    """Where its person without an account reports, in English."""
    return path_in_english("actions:report", REPORT.token(action.key.hex, action.link_key))


def read_report(token, is_sent=False):
    """The action and the key of its link; (None, "") for a link that is not ours, too old, or has ended.

    With `is_sent` also of what is done or dropped: the report that ended the link may come a second time.
    """
    key, link_key = REPORT.parts(token, 2)
    try:
        action = FollowUpAction.objects.filter(key=key).first() if key and link_key else None
    except ValidationError:
        action = None
    if action is None or action.link_key != link_key or not (action.is_open or is_sent) or _is_withdrawn(action):
        return None, ""
    return action, link_key


def _is_withdrawn(action):
    identity = action.identity
    return identity is None or identity.withdrawn_at is not None
