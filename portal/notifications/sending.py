"""Sends what is due, one notice after the other, and asks of each again whether its reader may have it."""

import logging

from portal.notifications import states
from portal.notifications.mail_server import Outcome, Unreachable, open_line
from portal.notifications.rendering import mail_of
from portal.notifications.verdicts import verdict

logger = logging.getLogger("portal.notifications")


def send_due() -> int:
    """Sends the notices that are due and returns how many the mail server took.

    Any number of workers may do so at once, and each may be killed at any moment: see `states`. Must not be called
    inside a transaction, which would hide from the others what is claimed.
    """
    sent = 0
    with open_line() as line:
        while (notice := states.claim_next()) is not None:
            try:
                sent += _send(notice, line)
            except Unreachable as away:
                logger.warning("no mail server", extra={"facts": {"error": str(away)}})
                states.give_back(notice)
                break
            except Exception as error:
                # One mail that cannot be written must not keep back the others.
                facts = {"kind": notice.kind, "notice": str(notice.pk), "error": type(error).__name__}
                logger.exception("a mail was not sent", extra={"facts": facts})
                states.note_failed(notice, type(error).__name__)
    return sent


def _send(notice, line):
    """Sends one notice unless its reader may not or will not have it; says whether the server took it."""
    if (decided := verdict(notice)) is not None:
        decided(notice)
        return False
    answer = line.hand_over(mail_of(notice), lambda: states.hand_over(notice))
    NOTED[answer.outcome](notice, answer.said)
    return answer.outcome is Outcome.ACCEPTED


def _note_unanswered(notice, said):
    """Was noted before: who handed it over may be killed while they wait."""
    logger.warning("no answer to a mail", extra={"facts": {"notice": str(notice.pk)}})


NOTED = {
    Outcome.ACCEPTED: states.note_sent,
    Outcome.LATER: states.note_later,
    Outcome.REFUSED: states.note_refused,
    Outcome.UNANSWERED: _note_unanswered,
}
