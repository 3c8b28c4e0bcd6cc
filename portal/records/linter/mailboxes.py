"""E-mail addresses of persons. That of a role, an office or a programme is what should stand in their place."""

import re

from .findings import FindingKind, Match
from .role_words import BEGINNINGS, PLACE_WORDS, ROLE_WORDS

LABELS = r"(?:[a-z0-9-]{1,63}"
PROVIDERS = (
    r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|icloud|proton(?:mail)?|gmx|yandex|zoho|aol)\."
    r"[a-z]{2,4}(?:\.[a-z]{2})?"
)
ADDRESS = re.compile(
    r"(?<![\w.+%-])(?P<local>[a-z0-9][\w.+'%-]{0,63})"
    rf"(?:(?:@|&#64;|%40)(?P<plain>{LABELS}\.){{1,5}}[a-z]{{2,24}})"
    r"| ?[\[(](?:at|arobase|a|@)[\])] ?"
    rf"(?P<masked>{LABELS} ?(?:\.|[\[(](?:dot|point)[\])]| dot ) ?){{1,5}}[a-z]{{2,24}})"
    rf"| at (?P<spoken>{LABELS} dot ){{1,5}}[a-z]{{2,24}})"
    rf"|(?: at | ?@ ?)(?P<apart>{PROVIDERS}))(?![\w@-])",
    re.IGNORECASE,
)
FREE = re.compile(
    r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|mac|proton(?:mail)?|gmx|mail|yandex|zoho|"
    r"laposte|orange|wanadoo|free|sfr|ukr|inbox|rambler|qq|163|maktoob|tutanota|hushmail|fastmail)\.(?:[a-z]{2,4})(?:\.[a-z]{2})?",
    re.IGNORECASE,
)
ROLES = frozenset(ROLE_WORDS.split())
STEMS = tuple(BEGINNINGS.split())
"""A part that begins or ends so is of a role."""
SHORTEST_NAME = 3
PLACES = frozenset(PLACE_WORDS.split())
WORDS_BEFORE = "account accounts address addresses available email found hosted in is it mail mailbox me on up us"
NO_MAILBOX = frozenset(WORDS_BEFORE.split())
"""What stands before “at gmail.com” where no mailbox is meant."""
DOT = re.compile(r" ?(?:[\[(](?:dot|point)[\])]|\.| dot ) ?")
NAMED = re.compile(r"[a-z]{1,20}(?:[._-][a-z]{1,20}){1,3}\d{0,4}", re.IGNORECASE)


def matches(text):
    """The addresses of persons in a normalised text: of those with a name, and those that name no role."""
    for found in ADDRESS.finditer(text):
        written = found["plain"] or found["masked"] or found["spoken"] or found["apart"]
        domain = DOT.sub(".", written.lower()).replace(" ", "")
        local = found["local"].lower()
        rule = "" if found["apart"] and local in NO_MAILBOX else _rule(local, domain)
        if rule:
            yield Match(FindingKind.EMAIL, found.start(), found.end(), rule)


def _rule(local, domain):
    parts = [part for part in re.split(r"[._+'%-]|(?<=[a-z])(?=\d)", local) if part and not part.isdigit()]
    named = [part for part in parts if not _is_role(part, domain)]
    if len(named) < len(parts):
        return _rule_beside_a_role(parts, named, domain)
    if not parts:
        return ""
    if FREE.fullmatch(domain) or NAMED.fullmatch(local):
        return "address of a person"
    return "address that names no role"


def _rule_beside_a_role(parts, named, domain):
    """A role that is the beginning of an address of a person names none: “info.ahmed.ali”, “a.hassan.im”."""
    names = [part for part in named if len(part) >= SHORTEST_NAME and part not in PLACES]
    is_first = parts[0] not in named
    if not names or not (is_first or len(named) > 1):
        return ""
    return "address of a person" if len(named) > 1 or FREE.fullmatch(domain) else "address that names no role"


def _is_role(part, domain):
    """Whether a part of what stands before the @ is a role, or the organisation itself."""
    labels = re.split(r"[.-]", domain)
    return part in ROLES or part.startswith(STEMS) or part.endswith(STEMS) or (len(part) > 1 and part in labels[:-1])
