"""One message to another machine: no redirect is followed, and it has so many seconds for all of it."""

import socket
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from threading import Event, Timer

from django.conf import settings
from django.utils.translation import gettext as _

from portal.core.outside import Refused, connection, target_of

TIMEOUT = 10
READ = 1024
SAID = 120
AGENT = "mine-action-im-portal (webhooks; {site})"
GONE = 410


@dataclass(frozen=True)
class Answer:
    """What came of a message: the status of HTTP (None: no answer), and a few words of what went wrong."""

    status: int | None
    said: str = ""

    @property
    def is_good(self):
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self):
        return self.status == GONE

    @property
    def facts(self):
        """What a delivery keeps of it."""
        return {"status": self.status, "answer": self.said}


def post(address: str, body: bytes, headers: dict[str, str]) -> Answer:
    """The Answer to a message; also an address that may not be asked, or that does not answer, is one."""
    headers = {"Content-Type": "application/json", "User-Agent": AGENT.format(site=settings.SITE_URL)} | headers
    try:
        target = target_of(address)
        asked = connection(target, TIMEOUT)
        try:
            asked.connect()
            with _at_most(asked.sock) as over:
                asked.request("POST", target.path, body=body, headers=headers)
                answer = asked.getresponse()
                words = answer.read(READ)
            if over.is_set():
                # What was read by then may look like a whole answer.
                raise TimeoutError
        finally:
            asked.close()
    except Refused as refused:
        return Answer(None, str(refused)[:200])
    except (OSError, HTTPException, ValueError) as error:
        return Answer(None, _("The site does not answer: %s") % type(error).__name__)
    return Answer(answer.status, "" if 200 <= answer.status < 300 else _plain(words))


@contextmanager
def _at_most(sock):
    """Ends the connection when its time is over, also where it says a little now and then; gives an Event that says
    whether it was."""
    over = Event()
    timer = Timer(TIMEOUT, _shut, [sock, over])
    timer.daemon = True
    timer.start()
    try:
        yield over
    finally:
        timer.cancel()


def _shut(sock, over):
    over.set()
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        # It is closed already.
        return


def _plain(words):
    text = words.decode("utf-8", "replace")
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())[:SAID]
