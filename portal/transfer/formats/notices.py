"""What the reader should know of the answer, for programs that get no page: percent-encoded, in one header."""

from urllib.parse import quote

LONGEST = 1_000
"""Characters; encoded, Arabic takes six times as many, and servers refuse headers of more than 8 kB."""


def notices_of(result) -> list[str]:
    """What a page would say above the hits of a Result."""
    return [*filter(None, [result.loosened]), *map(str, result.notices)]


def say(response, notices):
    """Adds the header `X-Notices` where there is something to say."""
    if notices:
        response["X-Notices"] = quote(" ".join(notices)[:LONGEST], safe=" ")
