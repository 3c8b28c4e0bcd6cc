"""A bundle as programs read it, and as the portal does before it hands an old one out: when it was made, of what."""

import json
from datetime import UTC, datetime
from zipfile import BadZipFile, ZipFile

from portal.search.audience import visible_to
from portal.search.models import RecordDocument

from .contents import VISITOR

CONTENTS = "contents.json"
MARKS = {False: "card", True: "open"}
"""How much of an entry was for visitors: its card alone, or its details, too."""


def described(contents, about) -> str:
    """The text of contents.json: moment, language, and by code how much of each entry is in the bundle."""
    open_codes, codes = _public(), sorted(hit.code for each in contents.lists for hit in each.hits)
    told = {
        "made_at": about.made_at.astimezone(UTC).isoformat(timespec="seconds"),
        "portal": about.site,
        "language": about.lang,
        "country": about.country,
        "entries": {code: MARKS[open_codes.get(code, False)] for code in codes},
    }
    return json.dumps(told, ensure_ascii=False, indent=0) + "\n"


def read_description(path) -> dict | None:
    """What the bundle at a path says of itself; None where there is none that can be read."""
    try:
        with ZipFile(path) as file:
            name = next(name for name in file.namelist() if name.endswith(f"/{CONTENTS}"))
            told = json.loads(file.read(name))
    except (OSError, BadZipFile, StopIteration, ValueError):
        return None
    return told | {"made_at": datetime.fromisoformat(told["made_at"])}


def tells_too_much(told) -> bool:
    """Whether something in a bundle is not for visitors any more: an entry that was withdrawn, taken back or narrowed.
    Two words of the read model, in one query."""
    public = _public()
    return any(
        code not in public or (mark == MARKS[True] and not public[code]) for code, mark in told["entries"].items()
    )


def _public():
    """By code, whether a visitor may read the details of an entry of which they may know."""
    rank = visible_to(VISITOR).rank
    known = RecordDocument.objects.filter(listed_rank__lte=rank).values_list("code", "details_rank")
    return {code: details_rank <= rank for code, details_rank in known}
