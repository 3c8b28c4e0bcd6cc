"""What the owners of data stated about sharing them, counted over all holdings whose details one reader may read."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from portal.access.enums import Zone
from portal.records.models import RecordPage
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import DataKind, WithholdingReason
from practices.holdings.models import DataHoldingPage
from practices.holdings.models.rows import SharingStep

IMSMA = "IMSMA"
"""How each version of the system of most national programmes is called, in its title or where a holding says so."""


@dataclass(frozen=True)
class Answered:
    """Of how many holdings the owner has stated something: of `holdings` that hold mine action data, and among these
    of those that are kept in IMSMA."""

    holdings: int
    answered: int
    in_imsma: int
    answered_in_imsma: int


def readable_holdings(user, country=None):
    """The holdings whose details `user` may read, each once: a translation says nothing new. `country` is a key."""
    pages = DataHoldingPage.objects.visible_to(user, Zone.DETAILS)
    first = RecordPage.objects.live().filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    pages = pages.filter(~Exists(first))
    return pages.filter(countries__key=country) if country else pages


def _real(holdings, country=None):
    """Without fictional ones, which say nothing of the world; of one country, that may be the fictional one, all."""
    return holdings if country else holdings.filter(is_demo=False)


def is_of_mine_action(kind):
    """Whether mine action produces or owns data of this kind."""
    return kind.attributes.get("mine_action_role") == "produced" or kind.attributes.get("owner_sector") == "mine_action"


def mine_action_kinds():
    """The kinds of data in the vocabulary's file that mine action produces or owns: what a national database such as
    IMSMA holds. A kind that editors added is told by the holdings that have it."""
    kinds = kept_terms(DataKind).values()
    return [kind for kind in kinds if kind.loaded and kind.is_current and is_of_mine_action(kind)]


def answered(user, country=None) -> Answered:
    """How many owners have answered. One query."""
    holdings = _real(readable_holdings(user, country), country)
    kinds = DataHoldingPage.data_kinds.through.objects.filter(
        recordpage=OuterRef("pk"), datakind__in=[kind.pk for kind in mine_action_kinds()]
    )
    stated = SharingStep.objects.filter(holding=OuterRef("pk"), is_stated=True)
    platforms = RecordPage.objects.visible_to(user).filter(title__contains=IMSMA, translation_key=OuterRef("platform"))
    kept = Q(platform_note__contains=IMSMA) | Exists(platforms)
    holdings = holdings.filter(Exists(kinds)).annotate(is_answered=Exists(stated))
    in_imsma = holdings.filter(kept).values("pk")
    return Answered(**holdings.aggregate(
        holdings=Count("pk"),
        answered=Count("pk", filter=Q(is_answered=True)),
        in_imsma=Count("pk", filter=Q(pk__in=in_imsma)),
        answered_in_imsma=Count("pk", filter=Q(is_answered=True, pk__in=in_imsma)),
    ))  # fmt: skip


def withheld(user) -> list[tuple[WithholdingReason, int]]:
    """Pairs of a reason and of how many holdings some part is withheld from somebody for it, as their owners stated;
    the most frequent first. One query."""
    steps = SharingStep.objects.filter(
        is_stated=True, reason__isnull=False, holding__in=_real(readable_holdings(user)).values("pk")
    )
    counts = steps.order_by().values_list("reason").annotate(number=Count("holding", distinct=True))
    reasons = kept_terms(WithholdingReason)
    pairs = [(reasons[pk], number) for pk, number in counts]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0].sort_order))
