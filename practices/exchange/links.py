"""Where the numbers of the exchange lead: to lists that have just as many entries, or nowhere.

A list filters by any of several values of one thing, by an organisation whatever its part, and by a sector with all
below it. What asks for more than that has no address: a number without a link is no promise.
"""

from enum import Enum

from portal.core.languages import under_prefix
from portal.taxonomy.models import Sector
from portal.taxonomy.tree import tree_of
from practices.exchange.asked import Asked, list_url
from practices.exchange.queries.parties import MINE_ACTION

HAS, NEEDS, GIVES, TAKES, PART = "has", "needs", "gives", "takes", "part"
SIDES = {GIVES: "gives", TAKES: "takes", PART: "named"}
"""By mark, what stands in an address for the part that the chosen sector or organisation has in a flow."""
PATHS = {HAS: "/holdings/", NEEDS: "/needs/"}


class Listed(Enum):
    """How a list of a sector or an organisation stands to the entries that a cell counts."""

    MORE = 1
    """It has others as well: of sectors below, or with another part of the organisation."""
    MIXED = 2
    """The same, and an entry that is counted is among them: no filter tells them apart."""


class Links:
    """Addresses for what was `asked`. `closed` are the keys of the states of needs for which nobody looks any more, as
    far as the reader knows of one: a list of needs would have these, too."""

    def __init__(self, asked: Asked, closed):
        self.asked = asked
        self.closed = {"state!": sorted(closed)}
        self._bases = {}

    def of_mark(self, what, line, column, listed):
        """Of a mark in the cell of a line and a column; `listed` is a Listed, None where a list has just that."""
        chosen = self.asked.chosen.get(line.filter, ())
        if not line.key or column.is_general or (chosen and line.key not in chosen):
            return ""
        is_listed = what in PATHS
        if self._is_too_narrow(line, is_listed) or (is_listed and self._has_more(line, listed)):
            return ""
        base, part = self._base(what, line.filter), "" if is_listed else "#table"
        if is_listed and listed:
            part = "".join(f"&sector!={key}" for key in self._below(line.key))
        # Keys and slugs are such as need no quoting.
        return f"{base}{'&' if '?' in base else '?'}{line.filter}={line.key}&data_kind={column.key}{part}"

    def of_side(self, what, column, is_own):
        """Of the holdings or needs of a kind that are of mine action (`is_own`), or of others."""
        chosen = self.asked.chosen.get("sector", ())
        if column.is_general or "organisation" in self.asked.chosen or any(map(self._below, chosen)):
            return ""
        if is_own and chosen and MINE_ACTION not in chosen:
            return ""
        sectors = {"sector": MINE_ACTION} if is_own else {"sector": chosen, "sector!": MINE_ACTION}
        return self._url(what, data_kind=column.key, **sectors)

    def of_flows(self, column, states):
        """Of the flows of a kind in one of these states (keys)."""
        return "" if column.is_general else self.asked.url(part="table", data_kind=column.key, state=tuple(states))

    def _base(self, what, name):
        """Put together once: there may be thousands of marks."""
        if (what, name) not in self._bases:
            self._bases[what, name] = self._list(what, name) if what in PATHS else self._flows(what, name)
        return self._bases[what, name]

    def _has_more(self, line, listed):
        return listed and (line.filter == "organisation" or listed is Listed.MIXED)

    def _below(self, sector):
        tree = tree_of(Sector)
        return [node.key for node in tree.descendants(tree.by_key[sector].pk)] if sector in tree.by_key else []

    def _is_too_narrow(self, line, is_listed):
        by_organisation = "organisation" in self.asked.chosen
        if is_listed:
            return by_organisation or any(map(self._below, self.asked.chosen.get("sector", ())))
        return self.asked.side or (by_organisation and line.filter == "sector")

    def _list(self, what, name):
        return self._url(what, sector=() if name == "sector" else self.asked.chosen.get("sector", ()))

    def _url(self, what, **filters):
        closed = self.closed if what == NEEDS else {}
        countries = {"country": self.asked.chosen.get("country", ())}
        return list_url(under_prefix(PATHS[what]), **countries, **filters, **closed)

    def _flows(self, what, name):
        return self.asked.url(data_kind=(), side=SIDES[what], **{name: ()})
