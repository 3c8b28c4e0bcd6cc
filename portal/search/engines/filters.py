"""What a query filters by, as far as its reader may know of it."""

from dataclasses import dataclass, field

from portal.search.query import unknown_value
from portal.search.stored_values import StoredValue, name_of

from .values import known

By = dict[str, list[StoredValue]]


@dataclass
class Filters:
    """Values by facet: `chosen` by the reader (any of a facet's), `excluded` by them, `fixed` by the list itself.

    A fixed facet without a value that the reader knows has an empty list, which nothing matches.
    """

    chosen: By = field(default_factory=dict)
    excluded: By = field(default_factory=dict)
    fixed: By = field(default_factory=dict)


def filters_of(query, statement, values) -> tuple[Filters, list[str]]:
    """The filters of a query, and notices for its values that this reader does not know: absent or hidden alike."""
    given = (query.chosen, query.excluded, query.fixed)
    wanted = {(facet, value) for each in given for facet, names in each.items() for value in names}
    if not wanted:
        return Filters(), []
    index = {name: value for name in wanted if (value := values.named(name_of(*name)))}
    may_know = known(statement, [value.id for value in index.values()])
    notices, parts = [], []
    for each in given:
        parts.append({facet: [] for facet in each})
        for facet, name in ((facet, name) for facet, names in each.items() for name in names):
            stored = index.get((facet, name))
            if stored and stored.id in may_know:
                parts[-1][facet].append(stored)
            elif each is not query.fixed:
                notices.append(unknown_value(facet, name))
    chosen, excluded = ({facet: found for facet, found in part.items() if found} for part in parts[:2])
    return Filters(chosen, excluded, parts[2]), notices
