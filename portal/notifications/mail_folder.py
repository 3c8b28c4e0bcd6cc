"""On a developer's machine mails are files in a folder, the newest of them, and are shown to whom they are for."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from email.utils import parseaddr
from pathlib import Path
from secrets import token_hex

from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

KEPT = 500
"""Files in the folder; older ones are removed."""


class FolderBackend(BaseEmailBackend):
    """Writes each mail as a file that mail programs open; its name begins with the time."""

    def __init__(self, folder, **options):
        super().__init__(**options)
        self.folder = Path(folder)

    def send_messages(self, messages):
        """Writes these mails and returns how many there are."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for message in messages:
            name = f"{timezone.now():%Y%m%dT%H%M%S%f}-{token_hex(4)}.eml"
            (self.folder / name).write_bytes(message.message().as_bytes())
        for path in files(self.folder)[KEPT:]:
            path.unlink(missing_ok=True)
        return len(messages)


@dataclass(frozen=True)
class ShownMail:
    """A mail of the folder, as its reader sees it."""

    subject: str
    text: str
    written_at: datetime


def files(folder):
    """The mails in a folder, the newest first."""
    return sorted(Path(folder).glob("*.eml"), reverse=True)


def mails_to(address, folder, most):
    """The newest mails of the folder that are addressed to `address`, as ShownMails."""
    found = []
    for path in files(folder):
        message = message_from_bytes(path.read_bytes(), policy=default)
        if parseaddr(str(message["To"]))[1].lower() == address.lower():
            written_at = datetime.strptime(path.name[:21], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
            body = message.get_body(("plain",))
            found.append(ShownMail(str(message["Subject"]), body.get_content() if body else "", written_at))
        if len(found) == most:
            break
    return found
