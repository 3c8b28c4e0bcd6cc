"""Two doors: who runs an event comes in by its address, everybody else by its code. Both are absent for all others."""

from django.http import Http404

from events.capture.reading import sessions_in
from events.capture.services import code_of
from events.published import page_of
from portal.core.limits import count_guess, may_guess
from portal.desk.event_at import event_run_by, note_event_read

WRONG = "event_code_wrong"


class TooManyCodes(Exception):
    """Too many wrong codes came from one network."""


def event_for(request, slug):
    """The page of the event with that slug for who runs it; Http404 for everybody else."""
    page = event_run_by(request, slug)
    note_event_read(request, page)
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
