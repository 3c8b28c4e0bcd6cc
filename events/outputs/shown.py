"""What the page of an output shows beside its fields: the event, session and question it belongs to, its document."""

from events.programme import programmes_read_by
from portal.linkage.around import around
from portal.records.pointed import pointed

EVENT = "output:event"
"""Its event among its links: it has a part of the page of its own."""


def beside(page, record, request):
    """The context of its page for a reader to whom `record` is presented; of the details only what they may read."""
    if not record.details_readable:
        return {}
    user = request.user
    found = around(page.key, user, apart={(EVENT, False)})
    programmes = programmes_read_by({page.event_id} if page.session or page.question else (), user)
    return {
        "around": found,
        "event": found.apart[0].end if found.apart else None,
        "session": programmes.sessions.get((page.event_id, page.session)),
        "question": programmes.questions.get((page.event_id, page.question), ""),
        "document": _document(page, request),
    }


def _document(page, request):
    """Its document, where the reader may read it."""
    return pointed(request, documents={page.document_id} - {None}).document.get(page.document_id)
