"""Words that a mail turns into a link: in a mail of the portal it would look as if it were the portal's."""

import re

ADDRESS = re.compile(
    r"://|www\."
    # The name of a host before a path, a port or a query: “example.org/pay”.
    r"|[^\W_][\w-]*(?:\.[\w-]+)*\.[^\W\d_]{2,}(?:/|:\d|\?\w|#\w)"
    # Without one, where mail programs make a link of it nevertheless.
    r"|[^\W_][\w-]*\.(?:com|net|org|int|info|biz|io)\b",
    re.IGNORECASE,
)


def has_address(text) -> bool:
    """Whether an address of a page stands in a text, also without “https://”."""
    return bool(ADDRESS.search(text))
