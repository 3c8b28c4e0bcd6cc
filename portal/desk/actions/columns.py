"""What stands in the columns of the board: asked of the read model, so that access is inside as it is in a search."""

from collections import Counter

from events.actions.enums import State
from portal.search.engines.hit_statement import has_value
from portal.search.engines.lists import kept_counts
from portal.search.engines.statement import Statement

ENDED = (State.DONE, State.DROPPED)
# CROSS: SQLite goes along the index of states and days, and stops when a column is full.
ACTIONS = (
    "FROM actions_followupaction a CROSS JOIN search_recorddocument d WHERE d.identity_id = a.key AND {conditions}"
)


def first_of_each(scope, asked, most) -> list[int]:
    """The primary keys of the first actions, of those that the reader may know of, in each state that is asked for:
    what is due first, of what has ended the last."""
    statement = Statement(scope)
    rows, columns = ACTIONS.format(conditions=_conditions(statement, asked.filters)), []
    for number, state in enumerate(asked.states):
        order = "a.due_on DESC" if state in ENDED else "a.due_on"
        one = statement.names(f"state{number}_", [state.value])
        columns.append(
            f"SELECT * FROM (SELECT a.id {rows} AND a.state = {one} ORDER BY {order}, a.code LIMIT {most}) c{number}"
        )
    return [number for (number,) in statement.run(" UNION ALL ".join(columns))] if columns else []


def counts_by_state(scope, asked) -> dict[str, int]:
    """By state how many there are. Without a filter they are kept, as those of the list are."""
    statement, filters = Statement(scope), asked.filters
    if filters.chosen or filters.excluded:
        rows = ACTIONS.format(conditions=_conditions(statement, filters))
        return dict(statement.run(f"SELECT a.state, COUNT(*) {rows} GROUP BY a.state"))
    counts = Counter()
    for _, number, count in kept_counts(scope, "action"):
        if (value := asked.told.get(number)) and value.facet == "state":
            counts[value.value] += count
    return counts


def _conditions(statement, filters):
    """That the reader may know of an action, and that it has what is asked for."""
    conditions = [statement.listed()]
    for facet, values in filters.chosen.items():
        conditions.append(has_value(statement, f"is_{facet}", values, "d.id"))
    for facet, values in filters.excluded.items():
        conditions.append(f"NOT {has_value(statement, f'not_{facet}', values, 'd.id')}")
    return " AND ".join(conditions)
