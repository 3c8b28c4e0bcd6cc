"""What stands in the portal after it, counted exactly: nothing is lost, and nothing is there twice."""

from collections import Counter

from events.actions.models import FollowUpAction
from events.attending.models import EventInvitation, Participant
from events.capture.models import CapturedLine, Sheet
from events.outputs.models import OutputPage
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from practices.partnerships.models import IdeaPage

from .browser import WORD


def lines(workshop):
    """Counts of (word, number of the session, what it is, group) of the captured lines."""
    numbers = _numbers(workshop)
    rows = CapturedLine.objects.filter(event=workshop.first.key)
    return Counter((_word(row.text), numbers[row.session_key], row.kind, row.group) for row in rows)


def outputs(workshop):
    """Counts of (word, number of the session, what it is) of all outputs."""
    numbers = _numbers(workshop)
    return Counter((_word(row.title), numbers[row.session], row.what) for row in OutputPage.objects.all())


def actions(workshop):
    """Counts of (word, number of the session, acronym of the organisation, day) of all actions."""
    numbers = _numbers(workshop)
    rows = FollowUpAction.objects.select_related("organisation")
    return Counter(
        (_word(row.title), numbers[row.session_key], row.organisation.acronym, row.due_on)
        for row in rows
        if row.origin_event_id == workshop.first.key
    )


def joined():
    """Pairs of the word of a line and that of the one that it was joined to."""
    return {(_word(row.text), _word(row.joined_into.text)) for row in CapturedLine.objects.exclude(joined_into=None)}


def participants():
    """Counts of (address or name, whether they agreed to be listed)."""
    return Counter((row.email or row.name, row.is_listed) for row in Participant.objects.all())


def answers():
    return Counter(EventInvitation.objects.values_list("email", "answer"))


def sheets():
    """Counts of (which sheet, state)."""
    return Counter(Sheet.objects.values_list("kind", "state"))


def drafts():
    """Counts of (word, kind, acronym of who keeps it, whether it is published) of what sheets became."""
    found = Counter()
    for model in (DataHoldingPage, DataNeedPage, IdeaPage):
        for page in model.objects.all():
            keeper = page.identity.custodian
            found[_word(page.title), page.identity.kind, keeper.acronym if keeper else "", page.live] += 1
    return found


def _numbers(workshop):
    return {row.translation_key: number for number, row in enumerate(workshop.sessions)}


def _word(text):
    return WORD.search(text)[0]
