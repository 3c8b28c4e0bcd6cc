"""How long requests are kept: as long as somebody may have to show under what data were given."""

from portal.core.retention import kept_for
from practices.requests.enums import State
from practices.requests.models import DataRequest

OVER = (State.REFUSED, State.WITHDRAWN, State.NO_ANSWER, State.EXPIRED, State.REVOKED)


@kept_for("Requests for data, after they ended", days=1825)
def ended_requests(before):
    return DataRequest.objects.filter(state__in=OVER, state_since__lt=before).delete()[1].get("requests.DataRequest", 0)
