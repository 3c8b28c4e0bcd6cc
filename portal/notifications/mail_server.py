"""The line to the mail server, step by step, so that it is known how far a mail came when the line breaks.

Django opens it (address, encryption, sign-in: settings.MAILERS); its own sending would not tell a connection that broke
before the end of DATA, when nothing has happened, from one that broke after it.
"""

import re
import smtplib
import socket
from collections.abc import Callable
from dataclasses import dataclass
from email.policy import SMTP
from enum import Enum

from django.core.mail import mailers
from django.core.mail.backends.smtp import EmailBackend

POLICY = SMTP.clone(cte_type="7bit")
DOT = b".\r\n"
FIRST_DOT = re.compile(rb"^\.", re.MULTILINE)


class Unreachable(Exception):
    """There is no mail server to talk to: it does not answer, or does not let us in."""


class Outcome(Enum):
    """What became of a mail."""

    ACCEPTED = "accepted"
    LATER = "later"
    """Nothing has happened; it may be tried again."""
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    """DATA was ended, and no answer came."""


@dataclass(frozen=True)
class Answer:
    """What became of a mail, and at which step the server said what: “RCPT 550”."""

    outcome: Outcome
    said: str = ""


def open_line():
    """A line to what settings.MAILERS names; use it as a context manager."""
    mailer = mailers.default
    return SmtpLine(mailer) if isinstance(mailer, EmailBackend) else PlainLine(mailer)


class PlainLine:
    """To a console, a file or a test's list, which have no steps."""

    def __init__(self, mailer):
        self.mailer = mailer

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self.mailer.close()

    def hand_over(self, message, before_end: Callable[[], bool]) -> Answer:
        """Sends the message unless `before_end()` says no."""
        if not before_end():
            return Answer(Outcome.LATER, "taken over")
        self.mailer.send_messages([message])
        return Answer(Outcome.ACCEPTED)


class SmtpLine(PlainLine):
    """To an SMTP server; opened for the first mail and kept for the next ones."""

    def __exit__(self, *raised):
        try:
            self.mailer.close()
        except (OSError, smtplib.SMTPException):
            self._drop()

    def hand_over(self, message, before_end: Callable[[], bool]) -> Answer:
        """Sends the message. `before_end()` is called when all but the end of DATA is sent; if it says no, the server
        gets no end and drops what it has. Raises Unreachable when there is no server."""
        smtp = self._opened()
        try:
            if (answer := self._envelope(smtp, message)) is not None:
                smtp.rset()
                return answer
            smtp.send(_as_data(message))
        except (OSError, smtplib.SMTPException):
            self._drop()
            return Answer(Outcome.LATER, "line broke")
        if not before_end():
            self._drop()
            return Answer(Outcome.LATER, "taken over")
        return self._end(smtp)

    def _opened(self):
        try:
            self.mailer.open()
            smtp = self.mailer.connection
            # The end of DATA is sent by itself: it must not wait until the server has confirmed what came before.
            smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            smtp.ehlo_or_helo_if_needed()
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise Unreachable(type(error).__name__) from error
        return smtp

    def _envelope(self, smtp, message):
        """Sender, recipient and the beginning of DATA; None when the server wants the mail, else its answer."""
        code, _ = smtp.mail(self.mailer.prep_address(message.from_email))
        if code != 250:
            # Our sender or the server itself: no fault of the recipient, whatever the code.
            return Answer(Outcome.LATER, f"MAIL {code}")
        code, _ = smtp.rcpt(self.mailer.prep_address(message.to[0]))
        if code not in (250, 251):
            return _unwanted("RCPT", code)
        code, _ = smtp.docmd("DATA")
        return None if code == 354 else _unwanted("DATA", code)

    def _end(self, smtp):
        try:
            smtp.send(DOT)
            code, _ = smtp.getreply()
        except (OSError, smtplib.SMTPException):
            self._drop()
            return Answer(Outcome.UNANSWERED, "no answer")
        if 200 <= code < 300:
            return Answer(Outcome.ACCEPTED, f"end {code}")
        if 400 <= code < 600:
            return _unwanted("end", code)
        self._drop()
        return Answer(Outcome.UNANSWERED, f"end {code}")

    def _drop(self):
        """Hangs up without a word: after a broken step the server and we may not mean the same."""
        for connection in (self.mailer.connection, self.mailer._partial_connection):
            if connection is not None:
                connection.close()
        self.mailer.connection = self.mailer._partial_connection = None


def _unwanted(step, code):
    return Answer(Outcome.REFUSED if 500 <= code < 600 else Outcome.LATER, f"{step} {code}")


def _as_data(message):
    """The bytes of a message between DATA and its end."""
    text = FIRST_DOT.sub(b"..", message.message(policy=POLICY).as_bytes())
    return text if text.endswith(b"\r\n") else text + b"\r\n"
