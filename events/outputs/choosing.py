"""The sessions and key questions that an output may name: those of its event, as far as its writer may read them."""

from events.programme import questions_of, sessions_of


def sessions_to_choose(page, user):
    """Pairs of key and title; none while the output names no event."""
    if not page.event_id:
        return []
    return [(str(key), end.title) for (_event, key), end in sessions_of({page.event_id}, user).items()]


def questions_to_choose(page, user):
    """Pairs of key and text."""
    if not page.event_id:
        return []
    return [(str(key), text) for key, text in questions_of(page.event_id, user).items()]
