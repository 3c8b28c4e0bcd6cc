"""What the page of an output shows beside its fields: the event, session and question it belongs to, its document."""

from events.programme import questions_of, sessions_of
from portal.linkage.queries import links_of
from portal.records.files import readable_documents

EVENT = "output:event"
"""Its event among its links: it has a part of the page of its own."""


def beside(page, record, user):
    """The context of its page for a reader to whom `record` is presented; of the details only what they may read."""
    if not record.details_readable:
        return {}
    links = links_of(page.key, user)
    here = [link for link in links if link.kind == EVENT and not link.is_incoming]
    session = sessions_of({page.event_id}, user).get((page.event_id, page.session)) if page.session else None
    question = questions_of(page.event_id, user).get(page.question, "") if page.question else ""
    return {
        "linked": [link for link in links if link not in here],
        "every_link": links,
        "event": here[0].end if here else None,
        "session": session,
        "question": question,
        "document": _document(page, user),
    }


def _document(page, user):
    """Its document, where the reader may read it."""
    return page.document if page.document_id in readable_documents({page.document_id} - {None}, user) else None
