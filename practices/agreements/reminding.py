"""Before an agreement ends its parties are told, as many days ahead as its kind says; lists say when it has expired."""

from datetime import timedelta

from portal.access.changes import announce
from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.directory.rights import speakers
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.posting import tell
from practices.agreements.enums import AgreementState
from practices.agreements.models import AgreementPage
from practices.agreements.running import last_day, running

ENDING = MessageKind("agreement_ending", Urgency.MUST, Action.KNOW, members_only=True)
USUAL_DAYS = (90, 30, 7)
"""Of an agreement without a kind."""
LOOKS_BACK = timedelta(days=3)
"""So that a day on which nothing ran is made up for."""


def remind(today):
    """Tells the focal points of the parties of each agreement in force that it ends; returns how many mails are new.

    Once for each of the days of its kind, however often this runs: of several that have passed only the last.
    """
    ending = AgreementPage.objects.live().filter(state=AgreementState.SIGNED, ends_on__gte=today)
    keys = set(ending.values_list("translation_key", flat=True))
    identities = RecordIdentity.objects.filter(pk__in=keys).order_by("code")
    pages = ((identity, running(identity, today)) for identity in identities)
    return sum(_remind(identity, page, last_day(identity), today) for identity, page in pages if page)


def renew_standing(today):
    """Announces the agreements that expired in the last days: lists store what they say. Returns how many."""
    passed = {"ends_on__lt": today, "ends_on__gte": today - LOOKS_BACK}
    expired = AgreementPage.objects.live().filter(state=AgreementState.SIGNED, **passed)
    keys = set(expired.values_list("translation_key", flat=True))
    if keys:
        announce(*keys)
    return len(keys)


def days_ahead(page):
    """How many days before its end its parties are told, the fewest first (`reminder_days` of the vocabulary)."""
    if page.agreement_kind is None:
        return sorted(USUAL_DAYS)
    said = str(page.agreement_kind.attributes.get("reminder_days") or "")
    return sorted(int(days) for days in said.split(";") if days.strip().isdigit())


def _remind(identity, page, ends_on, today):
    left = (ends_on - today).days if ends_on else None
    due = next((days for days in days_ahead(page) if left is not None and left <= days), None)
    if due is None:
        return 0
    event = f"{ENDING.key}:{identity.code}:{ends_on.isoformat()}:{due}"
    parties = [row.organisation for row in page.organisations.select_related("organisation")]
    facts = {"ends_on": ends_on.isoformat()}
    return tell(kind=ENDING.key, event=event, people=speakers(*parties), record=identity.key, facts=facts)
