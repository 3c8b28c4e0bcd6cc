"""A line that was typed is kept: however often, and in whichever order, its wordings arrive."""

import hashlib
import json
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, Q, When
from django.utils import timezone
from django.utils.translation import gettext as _

from events.capture.enums import LineKind
from events.capture.models import CapturedLine, LineVersion
from portal.access.queries import visible_to
from portal.directory.models import Organisation
from portal.records.linter.gate import refusal_of_short_text
from portal.taxonomy.models import BarrierKind

NOTHING = {
    "kind": LineKind.MINUTE.value, "text": "", "question": None, "barrier_kind": None, "who": "", "organisation": None,
    "due_on": None, "said_by": "",
}  # fmt: skip
MOST_LINES = 500
"""Of a session, written with the code alone: what who runs the event took out makes room again."""
MOST_WORDINGS = 50
"""Of such a line."""
NAMES = ("name_en", "name_fr", "name_ar", "acronym")


class LineElsewhere(Exception):
    """A line of that key stands in another session."""


@transaction.atomic
def capture_line(*, key, event, session_key, said, revision=1, group="", by=None, written_at=None, language="en"):
    """Keeps a wording of the line with that key; returns the CapturedLine, which says what the newest wording says.

    `said` holds what differs from NOTHING, in plain values (keys of terms and rows, ISO days); an empty text takes the
    line out. What was sent before changes nothing. Whether `by` (None: by a code) may write here is asked by who calls.
    Raises LineElsewhere for the key of a line of another session.
    """
    now = timezone.now()
    begun = {
        "event": event, "session_key": session_key, "group": group[:80], "language": language, "by": by, "at": now,
        "written_at": min(written_at or now, now),
    }  # fmt: skip
    _line, is_new = CapturedLine.objects.get_or_create(key=key, defaults=begun)
    line = CapturedLine.objects.select_for_update(of=("self",)).get(pk=key)
    if (line.event_id, line.session_key) != (event.pk, session_key):
        raise LineElsewhere
    said = {name: said.get(name, value) for name, value in NOTHING.items()}
    LineVersion.objects.get_or_create(
        line=line, digest=_digest(revision, said), defaults={"revision": revision, "said": said, "by": by}
    )
    if by is None:
        _require_room(line, is_new)
    newest = _newest(line)
    line.written_at = min(line.written_at, begun["written_at"])
    line.revision, line.by = newest.revision, newest.by
    _apply(line, newest.said, newest.by)
    line.save()
    return line


def warning_of(line) -> str:
    """The sentences about what in a line is for fewer people than would read it; "" if nothing is. It is kept all the
    same: nobody loses words in the middle of a session."""
    return refusal_of_short_text(line.text, _("Text"), line.event.details_to)


def said_of(line) -> dict:
    """What a line says now, as `capture_line` takes it: for a change that leaves the rest."""
    newest = _newest(line)
    return dict(newest.said) if newest else dict(NOTHING)


def _newest(line):
    """The wording that stands: the newest of those by somebody with an account, else of all. Of two of the same number
    it is always the same one, whichever arrived first."""
    return line.versions.order_by(Case(When(by=None, then=1), default=0), "-revision", "-digest").first()


def _require_room(line, is_new):
    """Asked after the wording was written, so that what was sent before changes nothing in a full session, either."""
    rows = CapturedLine.objects.of(line.event_id, line.session_key).filter(by=None)
    is_full = is_new and rows.count() > MOST_LINES
    if is_full or line.versions.filter(by=None).count() > MOST_WORDINGS:
        raise ValidationError(_("No more can be written here with the code. Tell who runs the event."))


def _digest(revision, said):
    return hashlib.sha256(json.dumps([revision, said], sort_keys=True).encode()).hexdigest()


def _apply(line, said, by):
    line.kind, line.text = said["kind"], said["text"]
    line.question = said["question"]
    line.barrier_kind = BarrierKind.objects.filter(key=said["barrier_kind"]).first() if said["barrier_kind"] else None
    line.due_on = date.fromisoformat(said["due_on"]) if said["due_on"] else None
    line.who, line.said_by = said["who"], said["said_by"]
    line.organisation = _chosen(said["organisation"]) or _named(line.who, by)
    line.attributed_to = _named(line.said_by, by)


def _chosen(pk):
    """The organisation that was chosen, or the one into which it was merged since."""
    found = Organisation.objects.filter(pk=pk).select_related("merged_into").first() if pk else None
    return found and (found.merged_into or found)


def _named(words, by):
    """The one organisation of that name or acronym of which who wrote it may know."""
    words = " ".join(words.split())
    if not words:
        return None
    name = Q()
    for field in NAMES:
        name |= Q(**{f"{field}__iexact": words})
    found = list(visible_to(Organisation.objects.live(), by).filter(name)[:2])
    return found[0] if len(found) == 1 else None
