"""In which order proceedings are told, with which introduction, and what of them is left out."""

from dataclasses import replace

from events.proceedings.models import Arrangement
from portal.access.enums import Level


def arrangement_of(key) -> Arrangement:
    """The Arrangement of the event with this identity key; an unsaved one where nobody chose anything."""
    return Arrangement.objects.filter(event=key).first() or Arrangement(event_id=key)


def arranged(proceedings, arrangement=None):
    """The Proceedings in the order that was chosen, without what was left out. What came since stands at its own place
    after what was ordered; a key question stays, since others may have answered it."""
    chosen = arrangement or arrangement_of(proceedings.key)
    place = {key: number for number, key in enumerate(chosen.places)}
    left_out = set(chosen.left_out)

    def told(rows):
        return tuple(
            sorted((row for row in rows if row.key not in left_out), key=lambda row: place.get(row.key, len(place)))
        )

    shown = replace(proceedings, sessions=told(proceedings.sessions), outputs=told(proceedings.outputs))
    # With a session goes what came out of it.
    return replace(shown, outputs=tuple(each for each in shown.outputs if each.session not in left_out))


def introduction_of(page) -> tuple[str, ...]:
    """The paragraphs of the introduction; none while it was not looked at for as many people as read the event now."""
    arrangement = arrangement_of(page.key)
    if Level(page.identity.details_to).rank < Level(arrangement.checked_for).rank:
        return ()
    return tuple(part.strip() for part in arrangement.introduction.split("\n\n") if part.strip())
