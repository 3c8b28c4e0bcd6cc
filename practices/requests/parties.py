"""Of an entry that changes hands its requests go along: the new owner decides, or takes back what was given; the former
one reads no more."""

from practices.requests.enums import GIVEN, OPEN, Subject
from practices.requests.models import DataRequest
from practices.requests.telling import tell_deciders


def follow_parties(keys):
    """Puts the owner and the keeper of these entries (keys of identities) in the place of those who were asked for
    their details, and tells them; for `portal.access.changes`."""
    asked = DataRequest.objects.filter(state__in=OPEN | GIVEN, about__in=set(keys), subject=Subject.DETAILS)
    for request in asked.select_related("about__owner", "about__custodian"):
        owner, keeper = request.about.owner, request.about.custodian
        if (owner or keeper) and (request.to_owner, request.to_keeper) != (owner, keeper):
            request.to_owner, request.to_keeper = owner, keeper
            request.save(update_fields=["to_owner", "to_keeper"])
            tell_deciders(request, f"parties:{request.pk}:{request.about.version}")
