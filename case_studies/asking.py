"""The mail that asks who used an entry what came of it: once after six months, once after twelve."""

from django.db import transaction
from django.utils import timezone

from case_studies.models import Replication
from case_studies.replicating import ASKED_AFTER, may_replicate
from portal.access.enums import Action
from portal.core.marks import mark_of
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.posting import tell

OUTCOME_DUE = MessageKind("outcome_due", Urgency.MUST, Action.READ, members_only=True)


@transaction.atomic
def ask_what_came_of_it(today=None):
    """Tells who said that they used an entry, and may read it still, that the outcome is due; returns how many are new.
    Safe to run again."""
    today = today or timezone.localdate()
    due = Replication.objects.filter(due_on__lte=today, said_by__is_active=True).select_related("said_by", "case")
    return sum(_ask(row, today) for row in due if may_replicate(row.said_by, row.case))


def _ask(replication, today):
    """Who did not answer after six months is asked again after twelve."""
    asked_on = max(day for after in ASKED_AFTER if (day := replication.said_on + after) <= today)
    event = f"{OUTCOME_DUE.key}:{replication.pk}:{asked_on}"
    way = {"path": f"/my/used/{replication.case.code}/{mark_of(replication)}/"}
    return tell(kind=OUTCOME_DUE.key, event=event, people=[replication.said_by], record=replication.case_id, facts=way)
