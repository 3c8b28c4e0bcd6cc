"""Which pages of a long list one can go to from here."""

from collections.abc import Callable

AROUND = 2
"""Pages before and behind the present one."""


def pages_around(page: int, last: int, url: Callable[[int], str]) -> list[tuple[int | None, str, bool]]:
    """Number, address and whether it is the present one: the first, the last, those around; None for a gap."""
    shown, previous = [], 0
    for number in sorted({1, last, *range(max(1, page - AROUND), min(last, page + AROUND) + 1)}):
        if number > previous + 1:
            shown.append((None, "", False))
        shown.append((number, url(number), number == page))
        previous = number
    return shown
