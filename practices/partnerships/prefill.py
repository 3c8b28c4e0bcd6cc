"""What the form of an idea begins with: the entries it would join, or the session at which it was born, named by the
address that leads to it. What its writer may not know of is named like what does not exist: nothing is filled in."""

from events.programme import sessions_of
from portal.access.models import RecordIdentity
from portal.core.keys import key_in
from portal.records.models import RecordPage
from practices.partnerships.models.rows import JOINED, IdeaJoin

CARRIED = ("join", "event", "session")
"""Parameters: codes of entries, of an event, and the key of a session of it."""
MOST = 10


def prefill(page, user, parameters) -> dict:
    """Puts into an unsaved IdeaPage what the parameters (a QueryDict) name; returns what the form asks for besides, by
    the name of its field."""
    joined = _known(user, parameters.getlist("join")[:MOST], JOINED)
    page.joins.set([IdeaJoin(target=identity) for identity in joined])
    for event in _known(user, parameters.getlist("event")[:1], ("event",)):
        page.born_event = event
        session = key_in(parameters.get("session", ""))
        # A session is a detail of its event: one that is not in a programme that they may read is none.
        page.born_session = session if (event.pk, session) in sessions_of({event.pk}, user) else None
    return _of_cards(joined, user)


def _known(user, codes, kinds):
    """The identities with these codes that `user` may know of, in the order of the codes."""
    codes = [code.upper() for code in codes]
    found = RecordIdentity.objects.visible_to(user).filter(code__in=codes, kind__in=kinds)
    return sorted(found, key=lambda identity: codes.index(identity.code))


def _of_cards(identities, user):
    """Countries and sectors of what is joined: they stand on its card."""
    pages = RecordPage.objects.visible_to(user).filter(translation_key__in=[each.key for each in identities])
    found = {"countries": {}, "sectors": {}}
    for page in pages.order_by("pk"):
        for name, terms in found.items():
            terms.update({term.pk: term for term in getattr(page, name).all()})
    return {name: list(terms.values()) for name, terms in found.items() if terms}
