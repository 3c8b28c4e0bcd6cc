"""Makes bundles in the test database, and reads them as a browser on a memory stick would."""

import io
import json
import re
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

from django.utils import timezone

from portal.offline.building import write_bundle


def packed(language="en", moment=None, **options) -> bytes:
    """The bytes of a bundle."""
    stream = io.BytesIO()
    write_bundle(stream, language=language, moment=moment or timezone.now(), **options)
    return stream.getvalue()


class Opened:
    """A bundle that was unpacked: its files by name, without the folder that they are in."""

    def __init__(self, content: bytes):
        with ZipFile(io.BytesIO(content)) as file:
            assert file.testzip() is None
            self.folder = file.namelist()[0].split("/")[0]
            self.names = [name.removeprefix(f"{self.folder}/") for name in file.namelist()]
            self.files = {name: file.read(f"{self.folder}/{name}") for name in self.names}

    def text(self, name):
        return self.files[name].decode("utf-8")

    def pages(self):
        return {name: self.text(name) for name in self.names if name.endswith(".html")}

    def codes(self):
        """The codes of its entries."""
        return {match[1] for name in self.names if (match := re.fullmatch(r"records/([A-Z]+-\w{4})\.html", name))}

    def described(self):
        return json.loads(self.text("contents.json"))

    def led_to(self, page):
        """The files of the bundle to which a page leads, as they would be looked for; ids of the page as `#id`."""
        for address in Addresses.of(self.text(page)):
            parts = urlsplit(address)
            if not parts.scheme and not parts.netloc:
                yield normpath(join(dirname(page), unquote(parts.path))) if parts.path else f"#{parts.fragment}"

    def outside(self, page):
        """The addresses in a page that lead out of the bundle."""
        return [address for address in Addresses.of(self.text(page)) if urlsplit(address).scheme]


class Addresses(HTMLParser):
    """Gathers the addresses and ids of a page."""

    def __init__(self):
        super().__init__()
        self.addresses, self.ids = [], set()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "action", "poster", "srcset"):
                self.addresses.append(value)
            if name == "id":
                self.ids.add(value)

    @classmethod
    def of(cls, page):
        return cls.read(page).addresses

    @classmethod
    def read(cls, page):
        parser = cls()
        parser.feed(page)
        return parser
