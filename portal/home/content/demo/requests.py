"""Requests of the fictional country: one that was granted, one that was refused, one that waits for an answer."""

from datetime import timedelta

from django.utils import timezone

from portal.access.resting import running
from portal.directory.models import Membership
from portal.records.models import RecordPage
from portal.taxonomy.models import DecisionPurpose, SharingRung, WithholdingReason
from practices.requests import services
from practices.requests.enums import Subject
from practices.requests.models import DataRequest

GRANTED, REFUSED, WAITING = (
    {
        "source_id": "cs-xxa-depots",
        "role": "facilitator",
        "subject": Subject.DETAILS,
        "part": "All of it (fictional)",
        "form": "narrative_only",
        "purpose": "data_sharing_planning",
        "decision": "Which partners are invited to the yearly coordination meeting on this matter (fictional)",
        "readers": "The facilitator alone",
        "safekeeping": "Read here; nothing is copied",
    },
    {
        "source_id": "ho-xxa-register",
        "role": "member",
        "subject": Subject.DATA,
        "part": "Exact perimeters of two districts (fictional)",
        "form": "exact",
        "purpose": "site_shelter_planning",
        "decision": "Where two more school tents are put up (fictional)",
        "readers": "Two planners of the relief office",
        "safekeeping": "On one encrypted computer",
    },
    {
        "source_id": "ho-xxa-register",
        "role": "focal point",
        "subject": Subject.DATA,
        "part": "Areas released since 2020, by district (fictional)",
        "form": "adm2_count",
        "purpose": "planning_prioritisation",
        "decision": "Which district is surveyed next (fictional)",
        "readers": "The operations room",
        "safekeeping": "In the operator's own system, for its staff alone",
    },
)
UNDER = "ag-xxa-data"
"""The agreement on which the one that was granted rests, as long as it is in force."""
NEEDED_FOR = timedelta(days=180)
REASON = "no_legal_basis"
ANSWER = "Ask for counts by district: these may go to humanitarian organisations now (fictional)."


def add_requests(users):
    """Asks in the names of the demo's people, and answers as the authority; what is there already is left as it is."""
    if request := _asked(GRANTED, users):
        agreement = RecordPage.objects.get(source_id=UNDER).identity
        rests_on = {"agreement": agreement} if running(agreement) else {}
        services.approve(request=request, by=users["authority"], **rests_on)
    if request := _asked(REFUSED, users):
        reason = WithholdingReason.objects.get(key=REASON)
        services.refuse(request=request, by=users["authority"], reason=reason, note=ANSWER)
    _asked(WAITING, users)


def _asked(wanted, users):
    """The new request; None when this person has asked for it before."""
    said = dict(wanted)
    by, about = users[said.pop("role")], RecordPage.objects.get(source_id=said.pop("source_id")).identity
    if DataRequest.objects.filter(asked_by=by, about=about).exists():
        return None
    said["form"] = SharingRung.objects.get(key=said["form"])
    said["purpose"] = DecisionPurpose.objects.get(key=said["purpose"])
    organisation = Membership.objects.get(member__user=by, is_active=True).organisation
    until = timezone.localdate() + NEEDED_FOR
    return services.ask(by=by, asked_for=organisation, about=about, until=until, **said)
