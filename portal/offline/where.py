"""Where the pages of a bundle are, seen from one of them, and what becomes of the portal's own addresses there."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings

from portal.core.languages import without_prefix

LINK = re.compile(r'<a\b([^>]*?)\shref="(/[^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
DRAWING = re.compile(r"<svg\b([^>]*)>.*?</svg>|<img\b([^>]*)>", re.DOTALL)
MEANING = re.compile(r'\s(?:aria-label|alt)="([^"]*)"')
SPACE = re.compile(r"\s*\n\s*")
BY_CODE, SEARCH = "/r/", "/search/"


@dataclass(frozen=True)
class Where:
    """The addresses of entries in a bundle. On paper they are the portal's, since a sheet has no neighbours."""

    codes: dict[str, str] = field(default_factory=dict)
    """Codes by English addresses."""
    is_paper: bool = False

    def of_code(self, code) -> str:
        """The address of an entry of the bundle, from a page in any of its folders."""
        return f"{settings.SITE_URL}{BY_CODE}{code}" if self.is_paper else f"../records/{code}.html"

    def placed(self, page, countries=()) -> str:
        """A page of the portal's templates as a page of the bundle: links between its entries lead to their files,
        those to one of `countries` (keys) to its list, all others to the portal; of drawings, which are files, only the
        words stay that say what they mean.

        A list of the portal by another word is no link: nothing answers it here.
        """
        page = LINK.sub(lambda link: self._link(link, countries), DRAWING.sub(_in_words, page))
        return SPACE.sub("\n", page).lstrip()

    def _link(self, link, countries):
        before, href, after, words = link.groups()
        address = self._address(html.unescape(href), countries)
        return f'<a{before} href="{html.escape(address)}"{after}>{words}</a>' if address else words

    def _address(self, href, countries):
        parts = urlsplit(href)
        path = without_prefix(parts.path)
        if code := self.codes.get(path) or self._cited(path):
            return self.of_code(code)
        if path == SEARCH:
            key = dict(parse_qsl(parts.query)).get("country")
            return f"../countries/{key}.html" if key in countries and not self.is_paper else ""
        return settings.SITE_URL + href

    def _cited(self, path):
        code = path.removeprefix(BY_CODE).strip("/")
        return code if path.startswith(BY_CODE) and code in self.codes.values() else ""


def _in_words(drawing):
    meaning = MEANING.search(drawing[1] or drawing[2] or "")
    return f" <span>{meaning[1]}</span> " if meaning and meaning[1] else ""
