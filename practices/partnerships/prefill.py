"""What the form of an idea begins with: the entries it would join, or the session at which it was born, named by the
address that leads to it. What its writer may not know of is named like what does not exist: nothing is filled in."""

from events.programme import sessions_of
from portal.access.models import RecordIdentity
from portal.access.queries import visible_to
from portal.access.readers import reader_of
from portal.core.keys import key_in
from portal.directory.models import Organisation
from portal.linkage.ends import ends_for
from portal.records.models import RecordOrganisation, RecordPage
from portal.taxonomy.models import ParticipantRole
from practices.partnerships.models.rows import JOINED, IdeaJoin

CARRIED = ("join", "event", "session")
"""Parameters: codes of entries, of an event, and the key of a session of it."""
MOST = 10
PARTNER, OWNER = "partner", "data_owner"
"""Keys of roles: in which those are offered who own what is joined, and by which its card names them."""


def prefill(page, user, parameters) -> dict:
    """Puts into an unsaved IdeaPage what the parameters (a QueryDict) name; returns what the form asks for besides, by
    the name of its field."""
    joined = _known(user, parameters.getlist("join")[:MOST], JOINED)
    page.joins.set([IdeaJoin(target=identity) for identity in joined])
    page.organisations.set(_partners(joined, user))
    for event in _known(user, parameters.getlist("event")[:1], ("event",)):
        page.born_event = event
        session = key_in(parameters.get("session", ""))
        # A session is a detail of its event: one that is not in a programme that they may read is none.
        page.born_session = session if (event.pk, session) in sessions_of({event.pk}, user) else None
    return _of_cards(joined)


def joined_ends(page, user) -> list:
    """The Ends of what an IdeaPage joins, in its order, as far as `user` may know of them."""
    keys = [row.target_id for row in page.joins.all() if row.target_id]
    ends = ends_for(keys, user) if keys else {}
    return [ends[key] for key in keys if key in ends]


def _partners(identities, user):
    """Rows for the other organisations that own what is joined, else keep it: they are asked first."""
    owners = RecordOrganisation.objects.filter(
        record__translation_key__in=[each.key for each in identities], record__live=True, role__key=OWNER
    )
    parties = dict.fromkeys(
        [*(each.owner_id or each.custodian_id for each in identities), *owners.values_list("organisation", flat=True)]
    )
    known = visible_to(Organisation.objects.live(), user).exclude(pk__in=reader_of(user).organisation_ids)
    found = known.in_bulk([pk for pk in parties if pk])
    role = ParticipantRole.objects.filter(key=PARTNER).first() if found else None
    return [RecordOrganisation(organisation=found[pk], role=role) for pk in parties if pk in found]


def _known(user, codes, kinds):
    """The identities with these codes that `user` may know of, in the order of the codes."""
    codes = [code.upper() for code in codes]
    found = RecordIdentity.objects.visible_to(user).filter(code__in=codes, kind__in=kinds)
    return sorted(found, key=lambda identity: codes.index(identity.code))


def _of_cards(identities):
    """Countries and sectors of what is joined, of which the writer may know: they stand on its card."""
    pages = RecordPage.objects.live().filter(translation_key__in=[each.key for each in identities])
    found = {"countries": {}, "sectors": {}}
    for page in pages.order_by("pk"):
        for name, terms in found.items():
            terms.update({term.pk: term for term in getattr(page, name).all()})
    return {name: list(terms.values()) for name, terms in found.items() if terms}
