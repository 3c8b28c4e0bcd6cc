"""Follow-up actions of the fictional country: one in each state, one of them late. They come out of sessions of the
first fictional event; one was carried over to the second, and of one a whole chain came: session, output, action, and
the flow and the case study to which it led."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from events.actions import services
from events.actions.enums import State
from events.actions.models import FollowUpAction
from events.actions.origins import NOWHERE, Origin
from events.models import EventPage
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.taxonomy.models import Sector

LATE = "fa-xxa-register"
FIRST, SECOND = "ev-xxa-first", "ev-xxa-second"
WHAT, HOW = "what", "how"
"""The questions of the sessions of the first event in which they were agreed."""
ACTIONS = (
    {
        "source_id": "fa-xxa-schools",
        "organisation": "org-xxa-relief",
        "title": "Send the list of schools by district to the mine action centre (fictional)",
        "left": 30,
        "from": (HOW, "ou-xxa-codes"),
    },
    {
        "source_id": "fa-xxa-codes",
        "organisation": "org-xxa-clearance",
        "title": "Compare the place codes of both registers (fictional)",
        "left": 10,
        "from": (HOW, "ou-xxa-codes"),
        "said": ((State.IN_PROGRESS, "Two of five districts are compared (fictional)."),),
    },
    {
        "source_id": LATE,
        "organisation": "org-xxa-authority",
        "title": "Decide which columns of the register may go to humanitarian organisations (fictional)",
        "left": -20,
        "from": (HOW, ""),
        "said": ((State.BLOCKED, "The decree has to be signed first (fictional)."),),
    },
    {
        "source_id": "fa-xxa-contacts",
        "organisation": "org-xxa-coordination",
        "title": "Name a mailbox for survey requests (fictional)",
        "left": -40,
        "from": (HOW, ""),
        "said": ((State.DONE, "The mailbox is read every day now (fictional)."),),
        "led_to": ("gp-xxa-request-desk",),
    },
    {
        "source_id": "fa-xxa-circles",
        "organisation": "org-xxa-centre",
        "title": "Give site planners circles around hazards instead of positions (fictional)",
        "left": -5,
        "from": (WHAT, "ou-xxa-circle"),
        "said": ((State.DONE, "Site planners get the circles every month now (fictional)."),),
        "led_to": ("fl-xxa-planners", "cs-xxa-camps"),
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
    origin, agreed_at = _origin(*wanted.get("from", ("", ""))), _agreed_at()
    action = services.open_action(
        by=users["facilitator"],
        title=wanted["title"],
        organisation=Organisation.objects.get(source_id=wanted["organisation"]),
        due_on=timezone.localdate() + timedelta(days=wanted["left"]),
        source_id=wanted["source_id"],
        is_demo=True,
        created_at=agreed_at,
        language="en",
        origin=origin,
    )
    action.countries.set([country])
    action.sectors.set(Sector.objects.filter(key="mine_action"))
    action.led_to.set(filter(None, map(_identity, wanted.get("led_to", ()))))
    action.updates.update(at=agreed_at)
    second = _identity(SECOND)
    if wanted["source_id"] == LATE and second is not None:
        services.carry_over(actions=[action], to_event=second, by=users["editor"])
    for state, note in wanted.get("said", ()):
        services.report_progress(action=action, by=users["facilitator"], state=state, note=note)


def _agreed_at():
    """The end of the first event; where that is still to come, some months ago."""
    event = EventPage.objects.filter(source_id=FIRST).first()
    moment = event and timezone.make_aware(datetime.combine(event.last_day, time(12)))
    return moment if moment and moment < timezone.now() else timezone.now() - timedelta(days=120)


def _origin(question, output):
    """The session of the first event that answers a question, and an output of it; nothing where the demo has none."""
    event = EventPage.objects.filter(source_id=FIRST).first()
    session = event and event.sessions.filter(question=question).first()
    if session is None:
        return NOWHERE
    return Origin(event=_identity(FIRST), session_key=session.translation_key, output=_identity(output))


def _identity(source_id):
    keys = RecordPage.objects.filter(source_id=source_id, is_demo=True).values("translation_key")
    return RecordIdentity.objects.filter(pk__in=keys, withdrawn_at=None).first()
