"""Days and periods as catalogues write them.

CKAN writes ISO 8601; HDX a period as `[2015-01-01T00:00:00 TO 2016-12-31T23:59:59]`, with `*` for one that goes on, and
formerly as `01/31/2015-12/31/2016`, month first (https://github.com/OCHA-DAP/hdx-python-api, `dataset_date`).
"""

import re
from datetime import date

ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].{0,40})?")
OLD = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
RANGE = re.compile(r"\[\s*(\S{1,60})\s+TO\s+(\S{1,60})\s*\]", re.IGNORECASE)
OPEN = "*"
FIRST, LAST = 1800, 2100
"""Years that data may be of."""


def day(said: str) -> date | None:
    """The day that an ISO 8601 text (a year or a month counts from its first day) or one of HDX's older form says."""
    if found := OLD.fullmatch(said):
        month, number, year = map(int, found.groups())
    elif found := ISO.fullmatch(said):
        year, month, number = (int(part or 1) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, number) if FIRST <= year <= LAST else None
    except ValueError:
        return None


def period(said: str) -> tuple[date | None, date | None, bool] | None:
    """First day, last day, and whether it goes on; None for what is no period."""
    if found := RANGE.fullmatch(said):
        return _between(*found.groups())
    if len(parts := said.split("-")) == 2 and "/" in said:
        return _between(*(part.strip() for part in parts))
    if len(parts := said.split("/")) == 2:
        return _between(*parts)
    only = day(said)
    return (only, only, False) if only else None


def _between(first, last):
    begin, end, is_open = day(first), day(last), last == OPEN
    if begin is None or (end is None and not is_open) or (end and end < begin):
        return None
    return begin, end, is_open
