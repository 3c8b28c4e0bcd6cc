"""What must stand there, from what was said alone."""

from collections import Counter

from tests.factories.attending import in_days

from . import before, sheets
from .workshop import ACTIONS, GROUPS, MINUTES, OUTPUTS


def lines():
    said = [(each.word, each.session, each.kind, each.group) for each in (*MINUTES, *OUTPUTS)]
    said += [(each.doubled, each.session, each.kind, GROUPS[1]) for each in OUTPUTS if each.doubled]
    said += [(each.word, each.session, "action", GROUPS[1]) for each in ACTIONS if each.is_line]
    return Counter(said)


def outputs():
    return Counter((each.word, each.session, each.kind) for each in OUTPUTS)


def actions():
    return Counter((each.word, each.session, f"AG{each.organisation}", in_days(each.left)) for each in ACTIONS)


def joined():
    return {(each.doubled, each.word) for each in OUTPUTS if each.doubled}


def participants():
    """Forty: ten who answered, one of them on the spreadsheet too, its other twenty-nine rows, and one by hand."""
    found = [("Walked in", False), *((email, True) for email in before.COMING)]
    for number in range(1, before.IN_FILE):
        email = f"listed-{number}@elsewhere.example" if number % 3 else f"Colleague {number}"
        found.append((email, number % 2 == 1))
    return Counter(found)


def answers():
    return Counter([*((email, "coming") for email in before.COMING), (before.NOT_COMING, "not_coming")])


def sheet_states():
    return Counter({("fair", "made"): 7, ("fair", "declined"): 1, ("talk", "made"): 3})


def drafts():
    """Of each confirmed sheet; the organisation keeps what it confirmed."""
    found = Counter()
    for number in range(8):
        keeper = f"AG{number}" if number < 6 else ""
        if number != sheets.DECLINED:
            found[f"have{number:04}", "holding", keeper, False] += 1
            found[f"need{number:04}", "need", keeper, False] += 1
    for number in range(3):
        found[f"idea{number:04}", "idea", f"AG{number}" if number < 2 else "", False] += 1
    return found
