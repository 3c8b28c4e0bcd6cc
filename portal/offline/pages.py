"""The pages of a bundle that are no entries: its first page, lists by kind and by country."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched

from django.conf import settings
from django.utils.translation import get_language_bidi

from portal.core.languages import in_alphabet, reading_language

from .shown import engine

ON_A_PAGE = 250
"""Entries of a list, of which an old phone can turn the pages."""


@dataclass(frozen=True)
class About:
    """What every page says of the bundle that it is in: when it was made, of what, in which language."""

    made_at: datetime
    total: int
    country: str = ""
    """The name of the country that it is about, "" of a whole one."""

    @property
    def site(self):
        return settings.SITE_URL

    @property
    def lang(self):
        return reading_language()

    @property
    def is_rtl(self):
        return get_language_bidi()


@dataclass(frozen=True)
class Leaf:
    """One page of a list: its file, its entries and its neighbours ("" where there is none)."""

    name: str
    hits: tuple
    number: int
    previous: str = ""
    following: str = ""
    has_kinds: bool = False
    """Whether its entries are of several kinds."""


def rendered(template, context, about, *, up="../", is_paper=False) -> str:
    """A page by a template of a bundle; `up` leads from its folder to the first page."""
    return engine().get_template(template).render({**context, "about": about, "up": up, "is_paper": is_paper})


def leaves(folder, name, hits) -> list[Leaf]:
    """The pages of a list in a folder, the first with the name of the list and the next with its number, too."""
    parts = list(batched(hits, ON_A_PAGE))
    names = [f"{name}.html" if not number else f"{name}-{number + 1}.html" for number in range(len(parts))]
    return [
        Leaf(
            name=f"{folder}/{names[at]}",
            hits=some,
            number=at + 1,
            previous=names[at - 1] if at else "",
            following="".join(names[at + 1 : at + 2]),
            has_kinds=folder == "countries",
        )
        for at, some in enumerate(parts)
    ]


@dataclass
class Places:
    """Which entries are about which country; filled while they are read."""

    labels: dict[str, str] = field(default_factory=dict)
    hits: dict[str, list] = field(default_factory=dict)
    keys: dict[str, list[str]] = field(default_factory=dict)
    """By the code of an entry, the keys of its countries."""

    def keys_of(self, hit):
        """The keys of the countries that an entry is about."""
        return self.keys.get(hit.code, ())

    def add(self, hit, terms):
        """Adds an entry; `terms` are the Parts of its countries."""
        self.keys[hit.code] = [term.code for term in terms]
        for term in terms:
            self.labels[term.code] = term.text
            self.hits.setdefault(term.code, []).append(hit)

    def in_order(self):
        """Triples of key, name and entries, by name as dictionaries of the reader's language have them."""
        keys = sorted(self.hits, key=lambda key: (in_alphabet(self.labels[key]), key))
        return [(key, self.labels[key], self.hits[key]) for key in keys]
