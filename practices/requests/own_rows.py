"""What is kept of a person here, for them to take along. When they are forgotten, requests stay with the organisation
in whose name they were asked."""

from portal.directory.own_data import add_part
from practices.requests.models import Approval, DataRequest, RequestStep


def forget_person(user):
    """What they approved and what does not hold yet never will."""
    Approval.objects.filter(by=user).delete()


def _asked(user):
    rows = DataRequest.objects.filter(asked_by=user).order_by("asked_at", "code")
    return list(rows.values("code", "asked_at", "part", "decision", "readers", "safekeeping", "state"))


def _steps(user):
    rows = RequestStep.objects.filter(by=user).order_by("at", "pk")
    return list(rows.values("request__code", "act", "at", "note"))


add_part("requests", _asked)
add_part("steps_of_requests", _steps)
