"""What a reader is told of a match, and how well it fits by that alone."""

from practices.needs.matching.facts import HOLDING, NEED


def closed_to(reads_need: bool, reads_holding: bool) -> str:
    """The letters of the sides whose details the reader may not read."""
    return ("" if reads_need else NEED) + ("" if reads_holding else HOLDING)


def told(said, closed):
    """Of stored reasons or shortfalls, those that were computed from nothing that is closed (letters of sides)."""
    return [each for each in said if not set(each["closed"]) & set(closed)]


def points_of(*told_parts):
    """How well it fits by what the reader is told: lists of reasons or shortfalls, all of which were `told`."""
    return sum(said["points"] for part in told_parts for said in part)
