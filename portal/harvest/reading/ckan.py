"""Answers of CKAN's action API: `package_search`, `package_show`, and lists of packages.

https://docs.ckan.org/en/latest/api/ - every answer has `success`, and either `result` or `error`.
"""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from .described import Unreadable
from .plain import text, whole


@dataclass(frozen=True)
class Answer:
    """The packages of an answer (objects of any shape), how many there are in all, and the address of the site that
    gave it ("" where the answer does not say); `is_search` whether it answers a search, of which there may be more."""

    packages: list[Any]
    count: int
    site: str
    is_search: bool = False

    @property
    def is_whole(self):
        """Whether it holds all that the search found."""
        return self.is_search and len(self.packages) >= self.count


def read_answer(content: bytes) -> Answer:
    """The Answer in the bytes of a file or a response. Raises Unreadable with a sentence for people."""
    found = _json(content)
    if isinstance(found, list):
        return Answer(found, len(found), "", is_search=True)
    if not isinstance(found, dict):
        raise Unreadable(_("It is no answer of CKAN: it must be a JSON object with “result”."))
    if found.get("success") is False:
        raise Unreadable(_("The catalogue answered that it failed: %s") % _error(found.get("error")))
    site = site_of(text(found.get("help")))
    result = found.get("result", found)
    if isinstance(result, list):
        return Answer(result, len(result), site, is_search=True)
    if not isinstance(result, dict):
        raise Unreadable(_("It is no answer of CKAN: “result” holds no data sets."))
    if isinstance(result.get("results"), list):
        packages = result["results"]
        return Answer(packages, max(whole(result.get("count")) or 0, len(packages)), site, is_search=True)
    if "name" in result or "id" in result:
        return Answer([result], 1, site)
    raise Unreadable(_("It is no answer of CKAN: “result” holds no data sets."))


def site_of(address: str) -> str:
    """The address of the site whose API has that address, without a last “/”; "" for what is no address."""
    try:
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    before = parts.path.partition("/api/")[0] if "/api/" in parts.path else ""
    return f"{parts.scheme}://{host}{before.rstrip('/')}"


def _json(content):
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable(_("It is no text in UTF-8.")) from error
    except RecursionError as error:
        raise Unreadable(_("It is nested too deep.")) from error
    except ValueError as error:
        raise Unreadable(_("It is no JSON. For JSON-LD, Turtle or RDF/XML use import_dcat.")) from error


def _error(error):
    said = text(error.get("message")) if isinstance(error, dict) else text(error)
    return said[:200] or _("it does not say why")
