"""A search of CKAN over as many answers as it takes (`start` and `rows`)."""

import re
import time
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.utils.translation import gettext as _

from portal.core.outside import Refused
from portal.harvest.reading.ckan import Answer, read_answer, site_of

from .web import fetch

ROWS = 100
JSON = "application/json"
SEARCH, SHOW = "package_search", "package_show"
DATASET = re.compile(r"(?P<before>.*)/dataset/(?P<name>[^/]+)/?")


@dataclass(frozen=True)
class Pages:
    """All packages of a search, how many there are in all, the site that gave them; None for `packages` where nothing
    changed since the last time."""

    packages: list | None
    total: int
    site: str
    is_whole: bool
    etag: str = ""
    modified: str = ""


def api_address(address: str) -> str:
    """The address to ask for what a person gave: of an answer of the API, of a data set's page, or of the site."""
    parts = urlsplit(address)
    if "/api/" in parts.path:
        return address
    if found := DATASET.fullmatch(parts.path):
        return _with(parts, f"{found['before']}/api/3/action/{SHOW}", [("id", found["name"])])
    return _with(parts, f"{parts.path.rstrip('/')}/api/3/action/{SEARCH}", parse_qsl(parts.query))


def read_pages(address: str, *, etag: str = "", modified: str = "") -> Pages:
    """Everything under an address of the API, at most HARVEST_MOST packages. Raises Refused or Unreadable.

    Where one answer holds everything, it is asked for only if it changed (`etag`, `modified` of the last time).
    """
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    is_search = parts.path.rstrip("/").endswith(SEARCH)
    first = {**query, "rows": query.get("rows", str(ROWS)), "start": query.get("start", "0")} if is_search else query
    asked = _with(parts, parts.path, first.items())
    fetched = fetch(asked, accept=JSON, etag=etag, modified=modified)
    site = site_of(fetched.address) or site_of(address)
    if fetched.content is None:
        return Pages(None, 0, site, False, etag, modified)
    answer = read_answer(fetched.content)
    packages = list(answer.packages)
    is_paged = is_search and "rows" not in query and len(packages) < answer.count
    if is_paged:
        packages += _others(parts, query, answer, len(packages))
    most = packages[: settings.HARVEST_MOST]
    is_whole = is_search and "start" not in query and len(most) == len(packages) >= answer.count
    # What changed on the second page does not change the first.
    marks = {} if is_paged else {"etag": fetched.etag, "modified": fetched.modified}
    return Pages(most, answer.count, site, is_whole, **marks)


def _others(parts, query, first: Answer, start):
    """The packages of the further answers, until there are none or enough."""
    begun = int(query["start"]) if query.get("start", "").isdecimal() else 0
    found = []
    while start + len(found) < min(first.count - begun, settings.HARVEST_MOST):
        time.sleep(settings.HARVEST_DELAY)
        page = {**query, "rows": str(ROWS), "start": str(begun + start + len(found))}
        answer = read_answer(fetch(_with(parts, parts.path, page.items()), accept=JSON).content or b"")
        if not answer.packages:
            raise Refused(_("The catalogue says that it has %(count)d data sets, and gave %(read)d.") % {
                "count": first.count, "read": start + len(found),
            })  # fmt: skip
        found += answer.packages
    return found


def _with(parts, path, query):
    return urlunsplit((parts.scheme, parts.netloc, path, urlencode(list(query)), ""))
