"""Two doors: who runs an event comes in by its address, everybody else by its code. Both are absent for all others."""

from django.http import Http404

from events.capture.reading import sessions_in
from events.capture.services import code_of
from events.published import page_at, page_of
from events.rights import runs
from portal.core.limits import count_guess, may_guess
from portal.records.reads import ABOVE_MEMBERS, note_read, note_refusal

WRONG = "event_code_wrong"


class TooManyCodes(Exception):
    """Too many wrong codes came from one network."""


def event_for(request, slug):
    """The page of the event with that slug, in the reader's language where there is one, for who runs it; Http404 for
    everybody else."""
    page = page_at(slug)
    if page is None or not runs(request.user, page.identity):
        if page is not None:
            note_refusal(request, key=page.key)
        raise Http404
    # What was captured there is of the event's details.
    note_read(request, *([page.key] if page.identity.details_to in ABOVE_MEMBERS else []))
    return page


def page_for_code(request, typed):
    """The page of the event whose code somebody has; None for a code that is none, has ended or was ended.

    A valid one is let in whatever others of the same network typed: a room shares one. Raises TooManyCodes for a wrong
    one when too many of them came from there.
    """
    code = code_of(typed)
    page = page_of(code.event_id) if code else None
    if page is None:
        if not may_guess(request, WRONG):
            raise TooManyCodes
        count_guess(request, WRONG)
    return page


def session_in(page, key):
    """The session of that key (events.capture.reading.NamedSession); Http404 where the page has none."""
    for session in sessions_in(page):
        if session.key == key:
            return session
    raise Http404
