"""The part of Solr's language of queries that clients of CKAN use: `organization:x -groups:(irq OR syr) name:a*`.

https://solr.apache.org/guide/solr/latest/query-guide/standard-query-parser.html. What is joined by OR belongs together,
and all that stands beside each other must hold: as harvesters mean it, who join several filters by a space.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from portal.catalogue.index import Entry

from .errors import QueryError
from .moments import moment

TOKEN = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<sign>[+!-](?=\S))|(?P<field>[A-Za-z_][\w.]*):(?=\S)"
    r'|(?P<range>[\[{][^\]}]*[\]}])|"(?P<phrase>(?:[^"\\]|\\.)*)"|(?P<word>[^\s()"]+))'
)
BETWEEN = re.compile(r"[\[{]\s*(\S+)\s+TO\s+(\S+)\s*[\]}]")
EVERYTHING = "*:*"
MOST_TOKENS, DEEPEST, SHOWN = 400, 10, 80
MOMENTS: dict[str, Callable[[Entry], object]] = {
    "metadata_created": lambda entry: entry.created,
    "metadata_modified": lambda entry: entry.modified,
}
VALUES: dict[str, Callable[[Entry], tuple[str, ...]]] = {
    "organization": lambda entry: (entry.organisation,),
    "owner_org": lambda entry: (entry.organisation_id, entry.organisation),
    "groups": lambda entry: entry.groups,
    "tags": lambda entry: entry.tags,
    "vocab_Topics": lambda entry: entry.tags,
    "license_id": lambda entry: (entry.licence,),
    "res_format": lambda entry: entry.formats,
    "name": lambda entry: (entry.name,),
    "id": lambda entry: (str(entry.key),),
    "title": lambda entry: (entry.title, *entry.title.split()),
    "type": lambda entry: ("dataset",),
    "dataset_type": lambda entry: ("dataset",),
    "state": lambda entry: ("active",),
    "capacity": lambda entry: ("public",),
    "private": lambda entry: ("false",),
}
"""By field, what an entry holds there."""
Test = Callable[[Entry], bool]


@dataclass
class Asked:
    """What a query asks: entries that pass all of `tests`, and `words` to search for."""

    tests: list[Test] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def holds(self, entry: Entry) -> bool:
        """Whether an entry passes."""
        return all(test(entry) for test in self.tests)


def filter_of(query: str) -> Asked:
    """What `fq` asks. Raises QueryError where it cannot be read, or names what there is not."""
    return _Reader(query, takes_words=False).asked()


def search_of(query: str) -> Asked:
    """What `q` asks; what is no query of fields is words, as people type them."""
    try:
        return _Reader(query, takes_words=True).asked()
    except QueryError:
        return Asked(words=[query])


class _Reader:
    """Reads a query from the left to the right."""

    def __init__(self, query, takes_words):
        self.takes_words, self.words = takes_words, []
        self.tokens = [(each.lastgroup, each[each.lastgroup]) for each in TOKEN.finditer(query)]
        if len(self.tokens) > MOST_TOKENS:
            raise QueryError(_("The query is too long."))
        self.place = 0

    def asked(self):
        test = self._joined(depth=0, compare=None)
        if self.place < len(self.tokens):
            raise self._unreadable()
        return Asked([test], self.words)

    def _joined(self, depth, compare):
        """What stands up to the end or to a closing bracket, as one test; `compare` makes tests of bare words."""
        if depth > DEEPEST:
            raise QueryError(_("The query has too many brackets in each other."))
        groups, is_or = [], False
        while (token := self._next()) is not None and token[0] != "close":
            if token[0] == "word" and token[1] in ("AND", "OR", "&&", "||"):
                is_or = token[1] in ("OR", "||")
                continue
            test = self._clause(token, depth, compare)
            if test is not None:
                if is_or and groups:
                    groups[-1].append(test)
                else:
                    groups.append([test])
            is_or = False
        if (token is None) == (depth > 0) or (depth and not groups and not self.takes_words):
            raise self._unreadable()
        return lambda entry: all(any(test(entry) for test in group) for group in groups)

    def _clause(self, token, depth, compare):
        kind, value = token
        if kind == "sign" or (kind, value) == ("word", "NOT"):
            return self._signed(value, self._clause(self._needed(), depth, compare))
        if kind == "open":
            return self._joined(depth + 1, compare)
        if kind == "field":
            return self._field(value, depth)
        if compare:
            return compare(kind, value)
        if value == EVERYTHING:
            return lambda entry: True
        if not self.takes_words:
            raise QueryError(_("“%s” names no field, as in organization:name.") % value[:SHOWN])
        self.words.append(f'"{value}"' if kind == "phrase" else value)
        return None

    def _signed(self, sign, test):
        """What a sign stands before: a test, or a word, which has just been read."""
        if sign == "+":
            return test
        if test is None:
            self.words[-1] = f"-{self.words[-1]}"
            return None
        return lambda entry: not test(entry)

    def _field(self, name, depth):
        if name not in VALUES and name not in MOMENTS:
            if self.takes_words:
                raise self._unreadable()
            known = {"name": name[:SHOWN], "known": ", ".join([*VALUES, *MOMENTS])}
            raise QueryError(_("You can filter by %(known)s. There is no field “%(name)s”.") % known)
        token = self._needed()

        def compare(kind, value):
            return _test(name, kind, value)

        return self._joined(depth + 1, compare) if token[0] == "open" else compare(*token)

    def _next(self):
        if self.place == len(self.tokens):
            return None
        self.place += 1
        return self.tokens[self.place - 1]

    def _needed(self):
        token = self._next()
        if token is None or token[0] == "close":
            raise self._unreadable()
        return token

    @staticmethod
    def _unreadable():
        return QueryError(
            _("The query cannot be read; it would be right as in organization:name AND groups:(irq OR syr).")
        )


def _test(name, kind, value):
    if name in MOMENTS:
        return _within(MOMENTS[name], value)
    read, wanted = VALUES[name], value.replace("\\", "").casefold()
    if kind != "phrase" and wanted.endswith("*"):
        return lambda entry: any(each.casefold().startswith(wanted[:-1]) for each in read(entry))
    return lambda entry: any(each.casefold() == wanted for each in read(entry))


def _within(read, value):
    """Whether a moment lies in a range such as [2026-01-01T00:00:00Z TO *]."""
    if value == "*":
        return lambda entry: True
    if not (ends := BETWEEN.fullmatch(value)):
        raise QueryError(_("“%s” is no range of time, as [2026-01-01T00:00:00Z TO *].") % value[:SHOWN])
    first, last = moment(ends[1]), moment(ends[2])
    return lambda entry: (first is None or read(entry) >= first) and (last is None or read(entry) <= last)
