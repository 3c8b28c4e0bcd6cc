"""What they hear to whom the details of a record are opened: kind and code, and a link that asks again."""

from django.contrib.auth import get_user_model
from django.db.models import Q

from portal.access.enums import Action
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.posting import tell

GRANTED = MessageKind("access_granted", Urgency.MUST, Action.READ, members_only=True)


def tell_of_grant(grant):
    """Tells the person, or the people of the organisation, that holds a grant, once; for `portal.access.changes`."""
    event = f"{GRANTED.key}:{grant.pk}"
    tell(kind=GRANTED.key, event=event, people=_holders(grant), record=grant.identity_id)


def _holders(grant):
    belongs = Q(
        member__is_active=True,
        member__memberships__is_active=True,
        member__memberships__organisation=grant.organisation_id,
    )
    holds = belongs if grant.organisation_id else Q(pk=grant.user_id)
    return set(get_user_model().objects.filter(holds, is_active=True)) - {grant.given_by}
