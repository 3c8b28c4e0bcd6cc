"""One question to another site: at most so many bytes, so much time and so many redirects, each of them looked at."""

import time
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from urllib.parse import urljoin

from django.conf import settings
from django.utils.translation import gettext as _

from portal.core.outside import Refused, connection, target_of

MOST_REDIRECTS = 5
REDIRECTS = {301, 302, 303, 307, 308}
NOT_MODIFIED, OK = 304, 200
AT_ONCE = 64 * 1024
AGENT = "mine-action-im-portal (reads catalogues; {site})"


@dataclass(frozen=True)
class Fetched:
    """What an address gave: the bytes, None where they are as they were when `etag` or `modified` were given; and these
    two of now. `address` is where the redirects led to, `media` the kind of content."""

    content: bytes | None
    address: str
    media: str = ""
    etag: str = ""
    modified: str = ""


def fetch(address: str, *, accept: str, etag: str = "", modified: str = "") -> Fetched:
    """What an address gives. Raises Refused, with a sentence that says what went wrong."""
    headers = {"Accept": accept, "Accept-Encoding": "identity", "User-Agent": AGENT.format(site=settings.SITE_URL)}
    headers |= {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
    deadline = time.monotonic() + settings.HARVEST_TIMEOUT
    for _step in range(MOST_REDIRECTS + 1):
        found = _asked(address, headers, deadline)
        if isinstance(found, Fetched):
            return found
        address = found
    raise Refused(_("It redirects too often."))


def _asked(address, headers, deadline):
    """The Fetched, or the address to which it redirects."""
    target = target_of(address)
    asked = connection(target, _left(deadline))
    try:
        asked.request("GET", target.path, headers=headers)
        answer = asked.getresponse()
        if answer.status in REDIRECTS and answer.headers.get("Location"):
            return urljoin(address, answer.headers["Location"])
        return _read(answer, address, asked, deadline)
    except (OSError, HTTPException, ValueError) as error:
        raise Refused(_("The site does not answer: %s") % type(error).__name__) from error
    finally:
        asked.close()


def _read(answer: HTTPResponse, address, asked, deadline):
    about = {
        "address": address,
        "media": answer.headers.get_content_type(),
        "etag": (answer.headers.get("ETag") or "")[:200],
        "modified": (answer.headers.get("Last-Modified") or "")[:100],
    }
    if answer.status == NOT_MODIFIED:
        return Fetched(None, **about)
    if answer.status != OK:
        raise Refused(_("The site answers with status %d.") % answer.status)
    return Fetched(b"".join(_parts(answer, asked, deadline)), **about)


def _parts(answer, asked, deadline):
    """The bytes of an answer as they come; Refused when they are too many, or come too slowly."""
    count = 0
    while part := answer.read1(AT_ONCE):
        count += len(part)
        if count > settings.HARVEST_MOST_BYTES:
            raise Refused(_("The answer has more than %d bytes.") % settings.HARVEST_MOST_BYTES)
        if asked.sock is not None:
            asked.sock.settimeout(_left(deadline))
        yield part
    if answer.length:
        raise Refused(_("The answer breaks off."))


def _left(deadline):
    left = deadline - time.monotonic()
    if left <= 0:
        raise Refused(_("The answer takes longer than %d seconds.") % settings.HARVEST_TIMEOUT)
    return left
