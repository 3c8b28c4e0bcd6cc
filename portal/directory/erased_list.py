"""The list of erased accounts beside the database: a backup that is older than an erasure cannot know of it.

One line of JSON for each account, only added to: number, moment of opening, day of erasure; nothing that names anybody.
"""

import json
import os
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from portal.directory.models import ErasedAccount


class WrongList(ValueError):
    """The file is no list of erased accounts."""


def write_down():
    """Adds what the database knows and the file does not, and returns how many lines. Safe to run at any time."""
    path = Path(settings.ERASED_LIST)
    known = {account[:2] for account in read_list(path)} if path.exists() else set()
    new = [row for row in _rows() if row[:2] not in known]
    if new:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            file.writelines(f"{_line(*row)}\n" for row in new)
            file.flush()
            os.fsync(file.fileno())
    return len(new)


def read_list(path):
    """The accounts in the file: number, moment of opening, day of erasure. Raises WrongList, naming the line."""
    return [_read(number, line) for number, line in enumerate(Path(path).read_text("utf-8").splitlines(), 1)]


def _rows():
    return ErasedAccount.objects.order_by("pk").values_list("number", "opened_at", "erased_on")


def _line(number, opened_at, erased_on):
    return json.dumps({"number": number, "opened_at": opened_at.isoformat(), "erased_on": erased_on.isoformat()})


def _read(number, line):
    try:
        told = json.loads(line)
        opened_at, erased_on = datetime.fromisoformat(told["opened_at"]), date.fromisoformat(told["erased_on"])
        return int(told["number"]), opened_at, erased_on
    except (ValueError, KeyError, TypeError) as error:
        raise WrongList(f"line {number} of the list of erased accounts cannot be read: {line[:80]!r}") from error
