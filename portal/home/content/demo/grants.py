"""A grant that has ended, so that it can be seen; the one that runs is given on a request (requests.py)."""

from portal.access.services import end_grant, give_grant
from portal.records.models import RecordPage

ENDED = ("cs-xxa-routes", "member", "Planned one convoy, which is over (fictional)")


def give_grants(users):
    """Gives it in the name of the authority and ends it, unless the record had grants before."""
    source_id, role, reason = ENDED
    identity = RecordPage.objects.get(source_id=source_id).identity
    if not identity.grants.exists():
        grant = give_grant(identity=identity, by=users["authority"], user=users[role], reason=reason)
        end_grant(grant=grant, by=users["authority"])
