"""The numbered versions of a programme: what changed in it from one publication to the next.

Kept as digests, so that a word that was taken out, or that stood there while fewer people could read it, is told to
nobody by the list of changes: that names what stands in the programme today.
"""

import hashlib

from django.db import transaction

from events.enums import OF_CARD, Change
from events.models.versions import ProgrammeVersion
from portal.access.models import RecordIdentity


@transaction.atomic
def note_programme(*, page):
    """Writes a ProgrammeVersion of a published event page, and returns it; None where nothing of it changed.

    The original speaks for its translations: days and places are the same in all of them.
    """
    if not page.live or _original(page).pk != page.pk:
        return None
    # One after the other, so that no number is given twice.
    RecordIdentity.objects.select_for_update().get(pk=page.key)
    before = ProgrammeVersion.objects.filter(event=page.key).order_by("-number").first()
    says = _said(page)
    changes = _changes(before.says, says) if before else []
    if before and not changes:
        return None
    number = before.number + 1 if before else 1
    return ProgrammeVersion.objects.create(
        event_id=page.key, number=number, published_at=page.last_published_at, says=says, changes=changes
    )


def versions_of(key, *, of_card=False):
    """The ProgrammeVersions of the event with this key, the newest first; with `of_card` those alone that changed what
    stands on its card, and the first."""
    rows = list(ProgrammeVersion.objects.filter(event=key))
    return [row for row in rows if not of_card or row.number == 1 or any(code in OF_CARD for code, *_ in row.changes)]


def _original(page):
    return type(page).objects.filter(translation_key=page.translation_key).order_by("pk").first()


def _said(page):
    rows = sorted(page.sessions.all(), key=lambda row: row.place_in_time)
    return {
        Change.NAME: _digest(page.title),
        Change.DAYS: [_iso(page.starts_on), _iso(page.ends_on), page.time_zone],
        Change.PLACE: [page.mode, _digest(page.place)],
        "sessions": {row.translation_key.hex: [_digest(row.title), *_when(row)] for row in rows},
        "order": [row.translation_key.hex for row in rows],
    }


def _when(row):
    return [_iso(row.day), row.part_of_day, _iso(row.starts_at), _iso(row.ends_at)]


def _changes(old, new):
    """Lists of Change, key and day, those of the event first, then session by session."""
    found = [[code, "", ""] for code in (Change.NAME, Change.DAYS, Change.PLACE) if old[code] != new[code]]
    was, is_now = old["sessions"], new["sessions"]
    found += [[Change.REMOVED, "", was[key][1]] for key in old["order"] if key not in is_now]
    found += [[Change.ADDED, key, is_now[key][1]] for key in new["order"] if key not in was]
    both = [key for key in new["order"] if key in was]
    found += [[Change.MOVED, key, is_now[key][1]] for key in both if was[key][1:] != is_now[key][1:]]
    found += [[Change.RENAMED, key, is_now[key][1]] for key in both if was[key][0] != is_now[key][0]]
    has_moved = any(code == Change.MOVED for code, *_ in found)
    if not has_moved and both != [key for key in old["order"] if key in is_now]:
        found.append([Change.ORDER, "", ""])
    return [[str(code.value if isinstance(code, Change) else code), key, day] for code, key, day in found]


def _digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _iso(value):
    return value.isoformat() if value else ""
