"""An event that an address names: there for whom a view is meant, absent for everybody else."""

from django.http import Http404

from events.published import page_at
from events.rights import runs
from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import takes_part
from portal.records.reads import ABOVE_MEMBERS, note_read, note_refusal


def event_for(request, slug, is_allowed):
    """The published page of that slug, in the reader's language where there is one, if `is_allowed(user, identity)`;
    Http404 otherwise, the same as for none."""
    page = page_at(slug)
    identity = page and page.identity
    if identity is None or identity.withdrawn_at is not None or not is_allowed(request.user, identity):
        if identity is not None:
            note_refusal(request, key=identity.key)
        raise Http404
    page.read_identity = identity
    return page


def event_run_by(request, slug):
    """The same for who runs the event."""
    return event_for(request, slug, runs)


def event_read_by(request, slug):
    """The same for members who may read its details."""
    return event_for(request, slug, lambda user, identity: takes_part(user) and can(user, Action.READ, identity))


def note_event_read(request, page):
    """Notes that the answer shows details of a narrow event: who is invited, who comes, what was captured there."""
    note_read(request, *([page.key] if page.read_identity.details_to in ABOVE_MEMBERS else []))
