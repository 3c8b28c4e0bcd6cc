"""What must not go on to a review by itself: findings of the linter, and names of the people of a catalogue."""

from portal.records.linter.gate import told_of
from portal.records.linter.passages import passages_of

PERSON = "person"
SHORTEST_NAME = 5
"""Characters from which a name is looked for: shorter ones stand in other words."""


def found_in(page, persons=()) -> list[list[str]]:
    """Pairs of a field of the page and the kind of what stands in it, without its words; each once."""
    found = [(told.name, str(told.finding.kind)) for told in told_of(page)]
    names = [name.casefold() for name in persons if len(name) >= SHORTEST_NAME]
    found += [
        (passage.name, PERSON)
        for passage in passages_of(page)
        if any(name in passage.text.casefold() for name in names)
    ]
    return [list(pair) for pair in dict.fromkeys(found)]
