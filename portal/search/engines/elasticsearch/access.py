"""Who may find what, as the cluster asks it: the conditions of engines/statement.py."""

from elasticsearch_dsl.query import Bool, Ids, MatchAll, Query, Range, Terms

from portal.access.enums import Zone
from portal.records.registry import kinds
from portal.search.audience import Scope
from portal.search.enums import EVERYTHING_RANK, MEMBERS_RANK, PUBLIC_RANK, View


def any_of(*queries) -> Query:
    """What at least one of the queries matches."""
    return Bool(should=list(queries), minimum_should_match=1) if len(queries) > 1 else queries[0]


class Rights:
    """The conditions of one reader (a Scope)."""

    def __init__(self, scope: Scope):
        self.scope = scope
        self.own_cards = Terms(card_keys=list(scope.keys))
        self.own_details = Bool(
            filter=[
                any_of(Terms(details_keys=list(scope.keys)), Ids(values=[key.hex for key in scope.granted])),
                # A grant, like the audience of the details, opens nothing of a record whose card is not open.
                any_of(Range(listed_rank={"lte": scope.rank}), self.own_cards),
            ]
        )

    def listed(self) -> Query:
        """The condition that the reader may know of a record."""
        return self._up_to("listed_rank", self.own_cards)

    def readable(self) -> Query:
        """The condition that the reader may read the details of a record of which they may know."""
        return self._up_to("details_rank", self.own_details)

    def _up_to(self, rank, own):
        if self.scope.rank >= EVERYTHING_RANK:
            return MatchAll()
        everybody = Range(**{rank: {"lte": self.scope.rank}})
        return any_of(everybody, own) if self.scope.has_own else everybody

    def dated(self) -> Query:
        """The condition that the reader may see the years of a record of which they may know."""
        closed = [kind.key for kind in kinds() if kind.dates_zone is not Zone.CARD]
        return any_of(Bool(must_not=[Terms(kind=closed)]), self.readable()) if closed else MatchAll()

    def has(self, values) -> Query:
        """The condition that a record has one of the values (`facet=value`), as far as the reader may see that."""
        details = Bool(filter=[Terms(details_values=values), self.readable()])
        return any_of(Terms(card_values=values), details)

    def texts(self, matching) -> Query:
        """`matching(view)` over the views that the reader may search: each record in the fullest text they may read."""
        if self.scope.rank == PUBLIC_RANK:
            return matching(View.PUBLIC)
        if self.scope.rank >= EVERYTHING_RANK:
            narrow = Range(details_rank={"gt": MEMBERS_RANK})
            return any_of(_but(matching(View.MEMBERS), narrow), matching(View.RESTRICTED_FULL))
        if not self.scope.has_own:
            return matching(View.MEMBERS)
        card = Bool(must=[matching(View.RESTRICTED_CARD)], filter=[self.own_cards], must_not=[self.own_details])
        full = Bool(must=[matching(View.RESTRICTED_FULL)], filter=[self.own_details])
        return any_of(_but(matching(View.MEMBERS), self.own_details), card, full)


def _but(query, narrow):
    return Bool(must=[query], must_not=[narrow])
