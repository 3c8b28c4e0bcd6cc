"""The steps of sharing ladders that hold something back, of the holdings whose details somebody may read."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.records.models import RecordPage
from practices.holdings.ladder import WITHHELD
from practices.holdings.models import SharingStep

COLUMNS = ("holding__translation_key", "holding", "data_kind", "rung", "reason", "is_stated", "holding__is_demo")


@dataclass(frozen=True)
class Step:
    """What holds back data of a kind of one holding: primary keys of the kind, of the finest form that may go to
    somebody and of the reason (None where it is not said)."""

    holding: UUID
    kind: int | None
    rung: int
    reason: int | None
    is_stated: bool
    is_demo: bool


def steps_for(user, audience_keys) -> set[Step]:
    """The Steps that speak of one of the audiences (keys of Audience), each once whatever its languages.

    A step that names no kind of data is of all that its holding has. Two queries.
    """
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(key=OuterRef("holding__translation_key"))
    steps = SharingStep.objects.filter(Exists(readable), holding__live=True, audience__key__in=audience_keys)
    steps = steps.filter(Q(rung__key=WITHHELD) | Q(reason__isnull=False))
    rows = list(steps.order_by().values_list(*COLUMNS))
    kinds = _kinds_of({page for _, page, kind, *_ in rows if kind is None})
    return {
        Step(key, each, *rest)
        for key, page, kind, *rest in rows
        for each in ([kind] if kind else kinds[page] or [None])
    }


def _kinds_of(pages):
    found = defaultdict(list)
    rows = RecordPage.data_kinds.through.objects.filter(recordpage__in=pages).order_by("pk")
    for page, kind in rows.values_list("recordpage", "datakind"):
        found[page].append(kind)
    return found
