"""Asks addresses as somebody, and reads what an answer tells, however it is written."""

import html
import json
import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

from django.test import Client
from pypdf import PdfReader

from portal.search.asked_before import SESSION_KEY
from tests.access.canaries import SHAPE
from tests.factories.tokens import kept_token

# The code of a record, and its four characters at the end of an address.
CODE = re.compile(r"\b[A-Z]{2,3}-([0-9A-HJKMNP-TV-Z]{4})\b", re.IGNORECASE)
SLUG = re.compile(r"[a-z0-9]-([0-9a-hjkmnp-tv-z]{4})(?=[/\"'?#&<\s.]|$)")
# Of a form that makes something new, too: what is sent twice makes one.
OF_A_SESSION = re.compile(rb'(name="(?:(?:csrfmiddleware)?token|key)" value=")[^"]*')

# When a file was made, as JSON and workbooks say it.
MADE_AT = re.compile(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\+00:00|Z)(?=\"|<)")


def _unpacked(body):
    """The parts of a packed file, one after the other."""
    if not body:
        return body
    parts = ZipFile(BytesIO(body))
    return b"\n".join(parts.read(name) for name in parts.namelist())


@dataclass(frozen=True)
class Answer:
    """What came back: all of it, so that two can be compared byte for byte."""

    status: int
    headers: tuple
    body: bytes
    cookies: tuple

    def header(self, name):
        return dict(self.headers).get(name)

    @cached_property
    def told(self):
        """Everything that it says, decoded: body, address that it leads to, other headers."""
        text = self._text
        if (self.header("Content-Type") or "").startswith("application/json"):
            text = json.dumps(json.loads(text), ensure_ascii=False)
        # Feeds hold HTML inside XML.
        decoded = unquote(html.unescape(html.unescape(text)))
        return "\n".join([decoded, *(unquote(value) for _, value in self.headers)])

    @property
    def _text(self):
        """The words of a file that holds them packed, else the body as it is."""
        # A document of the world is no whole PDF, and holds its words as they are.
        if self.body.startswith(b"%PDF") and b"%%EOF" in self.body[-32:]:
            return "\n".join(page.extract_text() for page in PdfReader(BytesIO(self.body)).pages)
        if self.body.startswith(b"PK\3\4"):
            return _unpacked(self.body).decode("utf-8", "replace")
        return self.body.decode("utf-8", "replace")

    @cached_property
    def tokens(self):
        """The canaries in it."""
        return {token.lower() for token in SHAPE.findall(self.told)}

    @cached_property
    def codes(self):
        """The four characters of each code in it, in text and in addresses."""
        return {found.upper() for found in CODE.findall(self.told) + SLUG.findall(self.told)}


OF_PROGRAMS = "/api/"
OF_ITS_TIME = {"Expires", "RateLimit"}
"""Headers that tell the time of day, or how often one has asked."""


class Asker:
    """One person's browser, and a program with a token of theirs; None is a visitor's."""

    def __init__(self, user=None, **options):
        self.client = Client(**options)
        self.token = user and kept_token(user)
        if user:
            self.client.force_login(user)

    def ask(self, path, method="GET", **headers):
        if self.token and path.startswith(OF_PROGRAMS):
            headers.setdefault("Authorization", f"Bearer {self.token}")
        response = self.client.generic(method, path, headers=headers)
        # Reading to the end closes a file.
        body = b"".join(response) if response.streaming else response.content
        # The time of day, where the answer may not be kept: https://docs.djangoproject.com/en/6.1/topics/http/decorators/
        headers = {name: value for name, value in response.headers.items() if name not in OF_ITS_TIME}
        if "spreadsheetml" in headers.get("Content-Type", ""):
            # Its packing holds the time of day, and so its length may differ.
            body, _ = _unpacked(body), headers.pop("Content-Length", None)
        cookies = tuple(sorted(name for name in response.cookies if name != "sessionid"))
        if "/search/?q=" in path:
            self._forget_what_was_typed()
        body = MADE_AT.sub(b"", OF_A_SESSION.sub(rb"\1", body))
        return Answer(response.status_code, tuple(sorted(headers.items())), body, cookies)

    def _forget_what_was_typed(self):
        """Else the next page of searches would tell it among the recent ones, which is no word of any record."""
        session = self.client.session
        if session.pop(SESSION_KEY, None):
            session.save()
