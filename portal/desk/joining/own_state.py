"""Where somebody stands who has an account and asks to join."""

from django.db.models import Q

from portal.access.readers import reader_of
from portal.directory.models import JoinRequest, JoinState, Organisation
from portal.directory.rights import is_member


def own_state(user):
    """The context of their page: whether they are a member, of which organisations, and what they asked for."""
    waiting = JoinRequest.objects.filter(Q(account=user) | Q(email=user.email), state=JoinState.WAITING)
    return {
        "is_member": is_member(user),
        "organisations": Organisation.objects.filter(pk__in=reader_of(user).organisation_ids),
        "waiting": waiting.select_related("organisation"),
    }
