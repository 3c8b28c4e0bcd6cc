"""Whether a notice goes out, asked at the moment when it would."""

from portal.notifications import kinds, states
from portal.notifications.allowed import may_have
from portal.notifications.digests import DIGEST, drop_forbidden
from portal.notifications.enums import Digest, Urgency
from portal.notifications.wanted import WANTED, is_stopped, preference_of


def verdict(notice):
    """What is done with a notice instead of sending it: `states.withdraw`, `stop` or `hold`; None when it goes out."""
    kind = kinds.kind(notice.kind)
    if notice.user is None:
        return _verdict_on_address(kind, notice)
    if not may_have(notice):
        return states.withdraw
    preference = preference_of(notice.user)
    if kind.urgency not in WANTED[preference.mails]:
        return states.stop
    if kind == DIGEST:
        return None if drop_forbidden(notice) else states.withdraw
    return states.hold if kind.urgency == Urgency.NEWS and preference.digest != Digest.OFF else None


def _verdict_on_address(kind, notice):
    if kind.told is not None and kind.told(None, notice.facts) is None:
        return states.withdraw
    return states.stop if kind.urgency != Urgency.ALWAYS and is_stopped(notice.address) else None
