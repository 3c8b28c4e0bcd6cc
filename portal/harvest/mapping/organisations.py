"""Which organisation of the portal a catalogue names. None is made: a new one would be public at once."""

import re
import unicodedata
from collections import defaultdict

from portal.directory.models import Organisation

WITH_ACRONYM = re.compile(r"(?P<name>[^()]{2,240})\((?P<acronym>[^()]{2,40})\)")


class Organisations:
    """Codes of organisations by their names in three languages, their acronyms, other names, and addresses."""

    def __init__(self):
        self._by_name = defaultdict(set)
        self._merged = dict(Organisation.objects.exclude(merged_into=None).values_list("code", "merged_into__code"))
        for organisation in Organisation.objects.live().filter(is_demo=False):
            bare = organisation.slug.removesuffix(f"-{organisation.code[-4:].lower()}")
            for name in (*organisation.names, organisation.slug, bare):
                self._by_name[_compared(name)].add(organisation.code)
        self._by_name.pop("", None)

    def code(self, *names: str) -> str:
        """The code of the one organisation that the first known of its names stands for; "" for none, and where a name
        is that of several."""
        for name in (each for said in names for each in compared_ways(said)):
            if found := self._by_name.get(name):
                return next(iter(found)) if len(found) == 1 else ""
        return ""

    def now(self, code: str) -> str:
        """The code of the organisation that this one was merged into, else its own."""
        seen = set()
        while code in self._merged and code not in seen:
            seen.add(code)
            code = self._merged[code]
        return code


def compared_ways(said: str) -> list[str]:
    """“Name (ACRONYM)”, its name and its acronym, as names are compared."""
    found = WITH_ACRONYM.fullmatch(said)
    ways = [said, found["name"], found["acronym"]] if found else [said]
    return [each for each in map(_compared, ways) if each]


def _compared(name):
    """Without case, accents, and anything but letters and digits."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in bare if each.isalnum())
