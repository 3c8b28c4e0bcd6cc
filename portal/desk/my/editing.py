"""What editors look after: entries that are old, unanswered or linked with nothing. Each a list, and its count."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity
from portal.linkage.ends import ends_for
from portal.records.models import RecordLink, RecordPage
from portal.records.registry import kinds
from practices.holdings.enums import Freshness
from practices.holdings.freshness import freshness_of
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage, NeedAnswer
from practices.needs.states import STILL_OPEN

MOST = 200
"""Entries in one list; what is done leaves it."""
LATE = {Freshness.OVERDUE, Freshness.DELINQUENT}


@dataclass(frozen=True)
class EditingList:
    """One list: its title, and of a queryset of identities those that are in it."""

    title: Any
    keys: Callable


def _live(model=RecordPage):
    return model.objects.live().filter(translation_key=OuterRef("pk"))


def stale(identities):
    """To be confirmed again by a day that is over."""
    return identities.filter(Exists(_live().filter(review_due_on__lt=timezone.localdate())))


def unanswered(identities):
    """Needs that are still open, which nobody says anything meets."""
    answers = NeedAnswer.objects.filter(need__translation_key=OuterRef("pk"), need__live=True)
    is_open = _live(DataNeedPage).filter(Q(state=None) | Q(state__key__in=STILL_OPEN))
    return identities.filter(Exists(is_open), ~Exists(answers))


def unlinked(identities):
    """Linked with no other entry, from neither side, and named by none."""
    links = RecordLink.objects.filter(record__live=True)
    said = [links.filter(record__translation_key=OuterRef("pk")), links.filter(target=OuterRef("pk"))]
    for kind in kinds():
        for name in (end.name.replace(".", "__") for end in kind.ends):
            said.append(kind.live().filter(**{kind.key_field: OuterRef("pk"), f"{name}__isnull": False}))
            said.append(kind.live().filter(**{name: OuterRef("pk")}))
    return identities.filter(Exists(_live()), *(~Exists(each) for each in said))


def overdue(identities):
    """Data that are older than their holder says they are kept."""
    # Three columns of each: whole pages are heavy, and it is asked whenever an editor comes.
    columns = ("translation_key", "last_updated_on", "update_frequency__attributes")
    rows = DataHoldingPage.objects.live().values_list(*columns)
    today = timezone.localdate()
    late = {key for key, updated_on, frequency in rows if freshness_of(frequency or {}, updated_on, today) in LATE}
    return identities.filter(pk__in=late)


LISTS = {
    "stale": EditingList(_("Entries that nobody has confirmed in time"), stale),
    "unanswered": EditingList(_("Needs without an answer"), unanswered),
    "unlinked": EditingList(_("Entries that are linked with no other"), unlinked),
    "overdue": EditingList(_("Data whose update is overdue"), overdue),
}


def looked_after(user):
    """The identities that `user`, an editor, looks after: what is withdrawn waits for nothing."""
    return RecordIdentity.objects.visible_to(user).filter(withdrawn_at=None)


def entries_of(name, user):
    """The Ends of the entries in the list of that name, the oldest first; KeyError when there is none."""
    keys = list(LISTS[name].keys(looked_after(user)).order_by("created_at", "code").values_list("pk", flat=True)[:MOST])
    ends = ends_for(keys, user)
    return [ends[key] for key in keys if key in ends]
