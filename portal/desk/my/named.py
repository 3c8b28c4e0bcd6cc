"""Which entries name an organisation: what others wrote first, what is held before what is planned; and how many."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, Value, When

from portal.access.models import RecordIdentity
from portal.desk.my.withdrawn import withdrawn_from
from portal.directory.models import Membership
from portal.records.models import RecordOrganisation, RecordPage

KINDS = (
    "holding", "flow", "platform", "agreement", "case_study", "practice", "need", "output", "action", "idea", "event",
)  # fmt: skip
"""What is said of data stands before what is planned about them; other kinds come last."""


@dataclass(frozen=True)
class Numbers:
    """How many entries about an organisation's data there are, as far as one reader may know of them."""

    organisation: Any
    by_others: int
    by_us: int
    withdrawn: int


def naming(organisation, user):
    """The identities of the published entries that name the organisation, of which `user` may know, each with whether
    somebody of the organisation wrote it (`is_own`): what others wrote first, then by kind, the newest first."""
    live = RecordPage.objects.live().filter(translation_key=OuterRef("pk"))
    named = RecordOrganisation.objects.filter(
        record__translation_key=OuterRef("pk"), record__live=True, organisation=organisation
    )
    has_part = Q(owner=organisation) | Q(custodian=organisation) | Exists(named)
    # What is withdrawn stands in a list of its own (withdrawn.py), without its page.
    known = RecordIdentity.objects.visible_to(user).filter(withdrawn_at=None)
    found = known.filter(has_part, Exists(live)).annotate(is_own=_is_own(organisation), rank=_rank())
    return found.order_by("is_own", "rank", "-created_at", "code")


def numbers_of(organisation, user) -> Numbers:
    """The Numbers of an organisation, to which `user` belongs. Two queries."""
    counted = (
        naming(organisation, user)
        .order_by()
        .aggregate(by_us=Count("pk", filter=Q(is_own=True)), by_others=Count("pk", filter=Q(is_own=False)))
    )
    return Numbers(organisation, withdrawn=withdrawn_from(organisation, user).count(), **counted)


def _is_own(organisation):
    people = Membership.objects.filter(organisation=organisation, is_active=True).values("member__user")
    wrote = RecordIdentity.contributors.through.objects.filter(recordidentity=OuterRef("pk"), user__in=people)
    return Exists(wrote)


def _rank():
    whens = [When(kind=key, then=Value(number)) for number, key in enumerate(KINDS)]
    return Case(*whens, default=Value(len(KINDS)), output_field=IntegerField())
