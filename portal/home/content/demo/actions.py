"""Follow-up actions of the fictional country: one in each state, one of them late. Where the demo has events, one was
carried over twice."""

from datetime import timedelta

from django.utils import timezone

from events.actions import services
from events.actions.enums import State
from events.actions.models import FollowUpAction
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.taxonomy.models import Sector

LATE = "fa-xxa-register"
ACTIONS = (
    {
        "source_id": "fa-xxa-schools",
        "organisation": "org-xxa-relief",
        "title": "Send the list of schools by district to the mine action centre (fictional)",
        "left": 30,
    },
    {
        "source_id": "fa-xxa-codes",
        "organisation": "org-xxa-clearance",
        "title": "Compare the place codes of both registers (fictional)",
        "left": 10,
        "said": ((State.IN_PROGRESS, "Two of five districts are compared (fictional)."),),
    },
    {
        "source_id": LATE,
        "organisation": "org-xxa-authority",
        "title": "Decide which columns of the register may go to humanitarian organisations (fictional)",
        "left": -20,
        "said": ((State.BLOCKED, "The decree has to be signed first (fictional)."),),
    },
    {
        "source_id": "fa-xxa-contacts",
        "organisation": "org-xxa-coordination",
        "title": "Name a mailbox for survey requests (fictional)",
        "left": -40,
        "said": ((State.DONE, "The mailbox is read every day now (fictional)."),),
    },
    {
        "source_id": "fa-xxa-paper",
        "organisation": "org-xxa-centre",
        "title": "Print the monthly map for all partners (fictional)",
        "left": -15,
        "said": ((State.DROPPED, "All partners open it on the platform now (fictional)."),),
    },
)


def add_actions(users, country):
    """Makes them in the name of the demo's facilitator, and reports on them; what is there already is left as it is.
    Returns how many are new."""
    wanted = [each for each in ACTIONS if not FollowUpAction.objects.filter(source_id=each["source_id"]).exists()]
    for each in wanted:
        _add(each, users, country)
    return len(wanted)


def _add(wanted, users, country):
    today, long_ago = timezone.localdate(), timezone.now() - timedelta(days=120)
    action = services.open_action(
        by=users["facilitator"],
        title=wanted["title"],
        organisation=Organisation.objects.get(source_id=wanted["organisation"]),
        due_on=today + timedelta(days=wanted["left"]),
        source_id=wanted["source_id"],
        is_demo=True,
        created_at=long_ago,
        language="en",
    )
    action.countries.set([country])
    action.sectors.set(Sector.objects.filter(key="mine_action"))
    action.updates.update(at=long_ago)
    if wanted["source_id"] == LATE:
        for event in _events():
            services.carry_over(actions=[action], to_event=event, by=users["editor"])
    for state, note in wanted.get("said", ()):
        services.report_progress(action=action, by=users["facilitator"], state=state, note=note)


def _events():
    """The fictional events, the first two of them in the order in which they were made."""
    keys = RecordPage.objects.filter(is_demo=True).values("translation_key")
    return RecordIdentity.objects.filter(kind="event", key__in=keys, withdrawn_at=None).order_by("created_at")[:2]
