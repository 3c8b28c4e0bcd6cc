"""A grant that runs and one that has ended, so that both can be seen."""

from portal.access.resting import running
from portal.access.services import end_grant, give_grant
from portal.records.models import RecordPage

RUNNING = ("cs-xxa-depots", "facilitator", "Prepares the yearly coordination meeting on this matter (fictional)")
UNDER = "ag-xxa-data"
"""The agreement on which the one that runs rests."""
ENDED = ("cs-xxa-routes", "member", "Planned one convoy, which is over (fictional)")


def give_grants(users):
    """Gives both in the name of the authority, unless the records had grants before."""
    _give(RUNNING, users, UNDER)
    if grant := _give(ENDED, users):
        end_grant(grant=grant, by=users["authority"])


def _give(wanted, users, agreement=None):
    source_id, role, reason = wanted
    identity = RecordPage.objects.get(source_id=source_id).identity
    if identity.grants.exists():
        return None
    return give_grant(identity=identity, by=users["authority"], user=users[role], reason=reason, **_resting(agreement))


def _resting(source_id):
    """What a grant says of the agreement on which it rests, as long as that is in force."""
    identity = source_id and RecordPage.objects.get(source_id=source_id).identity
    runs = identity and running(identity)
    return {"agreement": identity, "until": runs.until} if runs else {}
