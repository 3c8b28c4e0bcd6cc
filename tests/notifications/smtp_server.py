"""A mail server that behaves as it is told, and keeps what it was given."""

import re
import socketserver
import threading
from collections import defaultdict
from contextlib import contextmanager

STEPS = ("MAIL", "RCPT", "DATA", "body", "end", "answered")
"""When it may be asked what to do: at these commands, when DATA was read but not its end, at the end, after 250."""
OK = {"MAIL": 250, "RCPT": 250, "DATA": 354, "end": 250}
MESSAGE_ID = re.compile(rb"^Message-ID:\s*(<[^>]+>)", re.MULTILINE | re.IGNORECASE)
DROP, SILENCE = "drop", "silence"
"""Hang up; or never say anything again until the other side hangs up."""


class MailServer(socketserver.ThreadingTCPServer):
    """`behave(step, recipient)` says what happens at a step: None (all is well), a code, DROP or SILENCE."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, behave=lambda step, recipient: None):
        super().__init__(("127.0.0.1", 0), Session)
        self.behave = behave
        self.lock = threading.Lock()
        self.ends = defaultdict(list)
        """By Message-ID, what came of each end of DATA: a code, DROP or SILENCE."""
        self.settled = {}
        """By Message-ID of those whose 250 was followed by another command: how often DATA had been ended then."""
        self.messages = []
        """Pairs of recipient and bytes that were answered with 250."""
        self.connections = 0

    @property
    def mailer(self):
        """The entry of settings.MAILERS for this server; its timeout is short, for those that it leaves waiting."""
        options = {"host": "127.0.0.1", "port": self.server_address[1], "timeout": 0.5}
        return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}


class HungUp(Exception):
    """The line is no more."""


class Session(socketserver.StreamRequestHandler):
    """One connection."""

    def handle(self):
        self.recipient, self.accepted = "", None
        with self.server.lock:
            self.server.connections += 1
        try:
            self.say(220)
            while line := self.rfile.readline():
                self.answer(line.strip())
        except (HungUp, OSError):
            pass

    def answer(self, line):
        verb = line[:4].upper().decode()
        if self.accepted is not None:
            with self.server.lock:
                self.server.settled[self.accepted] = len(self.server.ends[self.accepted])
            self.accepted = None
        if verb == "RCPT":
            self.recipient = line.decode().partition("<")[2].partition(">")[0]
        if verb in OK:
            code = self.at(verb) or OK[verb]
            self.say(code)
            if code == OK["DATA"]:
                self.take()
        elif verb == "QUIT":
            self.say(self.at("QUIT") or 221)
            raise HungUp
        else:
            self.say(250)

    def take(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise HungUp
            if not lines:
                self.at("body")
            lines.append(line)
        data = b"".join(lines)
        message_id = MESSAGE_ID.search(data)[1].decode()
        code = self.at_end(message_id)
        self.say(code)
        if code == OK["end"]:
            with self.server.lock:
                self.server.messages.append((self.recipient, data))
            self.accepted = message_id
            self.at("answered")

    def at_end(self, message_id):
        """The answer to the end of DATA, kept before it is given. Raises HungUp."""
        told = self.server.behave("end", self.recipient) or OK["end"]
        with self.server.lock:
            self.server.ends[message_id].append(told)
        return self.done(told)

    def at(self, step):
        """The code that this step is to be answered with, if not the usual one. Raises HungUp."""
        return self.done(self.server.behave(step, self.recipient))

    def done(self, told):
        if told == SILENCE:
            self.rfile.read()
        if told in (DROP, SILENCE):
            raise HungUp
        return told

    def say(self, code):
        self.wfile.write(f"{code} so\r\n".encode())


@contextmanager
def mail_server(behave=lambda step, recipient: None):
    """A MailServer that runs."""
    with MailServer(behave) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
