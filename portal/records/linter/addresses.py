"""Addresses of pages whose signs are escaped, written out as their reader meets them."""

import re
from urllib.parse import unquote, unquote_plus

RUN = re.compile(r"[^\s<>\"]+")
ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}|[?/=].{1,2000}\+")
MOST_TIMES = 3
"""An address within an address is escaped twice."""


def written_out(text):
    """The (start, end, address without escapes) of each run of signs in a text that has escapes."""
    for found in RUN.finditer(text):
        if ESCAPED.search(found[0]):
            address = unquote_plus(found[0], errors="replace")
            for _time in range(MOST_TIMES - 1):
                address = unquote(address, errors="replace")
            yield found.start(), found.end(), address
