"""What an address of the exchange asks for; what nobody can ask, or the reader may not know of, is ignored."""

import re
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlencode

from django.http import QueryDict

from portal.search.analysis import clean
from portal.search.query import LOWER, ignored, unknown_value

FILTERS = ("country", "data_kind", "state", "sector", "organisation")
ROWS = ("sector", "organisation")
SIDES = ("gives", "takes", "named")
"""The part in a flow that the chosen organisation has, or the chosen sector where none is."""
DIRECTIONS = ("from_mine_action", "to_mine_action")
SORTS = ("from", "to", "data", "state", "confirmed")
OWN = {"rows": ROWS, "direction": DIRECTIONS, "side": SIDES, "sort": (*SORTS, *(f"-{name}" for name in SORTS))}
MOST_VALUES = 50


@dataclass(frozen=True)
class Asked:
    """`chosen` holds the keys of the filters by name; `rows`, `direction`, `side`, `sort` are as in an address, ""
    where not said; `page` counts from 1."""

    path: str
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: str = ""
    direction: str = ""
    side: str = ""
    sort: str = ""
    page: int = 1
    notices: tuple[str, ...] = ()

    @classmethod
    def of(cls, path, parameters: QueryDict):
        """What these parameters ask; the values of filters are not looked at yet (`known_by`)."""
        chosen, own, notices = {}, {}, []
        for name in parameters:
            values = tuple(dict.fromkeys(clean(each, 200).strip() for each in parameters.getlist(name)))
            values = tuple(filter(None, values))[:MOST_VALUES]
            if name in LOWER:
                values = tuple(dict.fromkeys(value.lower() for value in values))
            if name in FILTERS:
                chosen |= {name: values} if values else {}
            elif name in OWN and values and values[0] in OWN[name]:
                own[name] = values[0]
            elif name == "page" and values and re.fullmatch(r"[1-9][0-9]{0,5}", values[0], re.ASCII):
                own["page"] = int(values[0])
            elif values or name not in (*OWN, "page"):
                notices.append(ignored(_said(name, values)))
        return cls(path, chosen, **own, notices=tuple(notices))

    def known_by(self, known):
        """The same, with those values of filters that are among the `known` (sets of keys by filter)."""
        chosen, notices = {}, list(self.notices)
        for name, values in self.chosen.items():
            notices += [unknown_value(name, value) for value in values if value not in known[name]]
            if kept := tuple(value for value in values if value in known[name]):
                chosen[name] = kept
        return replace(self, chosen=chosen, notices=tuple(notices))

    @property
    def is_plain(self):
        """Whether nothing was asked for beyond the page itself."""
        return not (self.chosen or self.rows or self.direction or self.side or self.sort or self.page > 1)

    def url(self, path="", part="", **changes):
        """This address with parameters changed, "" and () for taken away, on its first page where none is given; `path`
        is another page, `part` a place in it."""
        own = {"rows": self.rows, "direction": self.direction, "side": self.side, "sort": self.sort}
        state = {**self.chosen, **own, **changes}
        pairs = [(name, each) for name, values in state.items() for each in _several(values) if each]
        pairs = [pair for pair in pairs if pair != ("page", 1)]
        query = f"?{urlencode(pairs, quote_via=quote)}" if pairs else ""
        return f"{path or self.path}{query}{'#' if part else ''}{part}"


def list_url(path, **filters):
    """The address of a list of one kind with filters; empty ones are left out."""
    pairs = [(name, each) for name, values in filters.items() for each in _several(values) if each]
    return f"{path}?{urlencode(pairs, quote_via=quote, safe='!')}" if pairs else path


def _several(values):
    return values if isinstance(values, list | tuple) else [values]


def _said(name, values):
    return f"{name}={values[0]}" if name in (*OWN, "page") and values else name
