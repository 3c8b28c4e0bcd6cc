""" "View as": another reader, through whom one looks at what one may see oneself."""

from django.db.models import Q

from portal.access.models import Grant, RecordIdentity
from portal.access.queries import visible_to
from portal.access.readers import VISITOR, Reader, reader_of
from portal.desk.my.opened import running
from portal.directory.models import Organisation

NOBODY = 0
"""The number of no account: with it an organisation sees what is opened to it, which a reader without one does not."""
MEMBER = Reader(user_id=NOBODY, is_member=True)


EVERYBODYS = {"visitor": VISITOR, "member": MEMBER}
"""Readers who see nothing that any member does not see: whole pages can be shown as they see them."""


def organisations_to_look_through(user):
    """The organisations that `user` may know of, by name."""
    return visible_to(Organisation.objects.live(), user).order_by("name_en")


FIRST = 8
"""So many organisations stand beside visitor and member; the others are in the list."""


def given_access(organisation, user):
    """The organisations that may see more than any member of what this one owns or keeps, since it names them or is
    opened to them; by name, for who decides about that."""
    reader = reader_of(user)
    if not (reader.is_editor or organisation.pk in reader.focal_ids):
        return []
    ours = RecordIdentity.objects.filter(Q(owner=organisation) | Q(custodian=organisation), withdrawn_at=None)
    opened = running(Grant.objects.filter(identity__in=ours, organisation__isnull=False)).order_by()
    named = RecordIdentity.named_organisations.through.objects.filter(recordidentity__in=ours)
    has_more = Q(pk__in=opened.values("organisation")) | Q(pk__in=named.values("organisation"))
    return list(organisations_to_look_through(user).filter(has_more).exclude(pk=organisation.pk)[:FIRST])


def reader_to_look_through(word, user):
    """The Reader that `word` names (visitor, member, or the code of an organisation that `user` may know of) and what
    to call it; a pair of None and "" for anything else."""
    if word in EVERYBODYS:
        return EVERYBODYS[word], ""
    found = organisations_to_look_through(user).filter(code=word.upper()).first() if word else None
    if found is None:
        return None, ""
    return Reader(user_id=NOBODY, is_member=True, organisation_ids=frozenset({found.pk})), found.name
