"""In which order proceedings are told, with which introduction, and what of them is left out."""

from dataclasses import replace

from events.proceedings.models import Arrangement


def arrangement_of(key) -> Arrangement:
    """The Arrangement of the event with this identity key; an unsaved one where nobody chose anything."""
    return Arrangement.objects.filter(event=key).first() or Arrangement(event_id=key)


def arranged(proceedings, chosen):
    """The Proceedings in the order that an Arrangement chose, without what it left out. What came since stands at its
    own place after what was ordered; a key question stays, since others may have answered it."""
    place = {key: number for number, key in enumerate(chosen.places)}
    left_out = set(chosen.left_out)

    def told(rows):
        return tuple(
            sorted((row for row in rows if row.key not in left_out), key=lambda row: place.get(row.key, len(place)))
        )

    shown = replace(
        proceedings,
        sessions=told(proceedings.sessions),
        outputs=told(proceedings.outputs),
        # By the day on which they are due, whatever else is ordered.
        actions=tuple(each for each in proceedings.actions if each.key not in left_out),
    )
    # With a session goes what was said there and what came out of it.
    return replace(
        shown,
        **{
            part: tuple(each for each in getattr(shown, part) if each.session not in left_out)
            for part in ("minutes", "contributions", "outputs")
        },
    )


def introduction_of(page, chosen) -> tuple[str, ...]:
    """The paragraphs of the introduction of an Arrangement; none while it was not looked at for as many people as read
    the event now."""
    if not chosen.is_checked_for(page.identity.details_to):
        return ()
    return tuple(part.strip() for part in chosen.introduction.split("\n\n") if part.strip())
