"""Statements as plain values, which the writers beside this file write out: subjects with what is said of them.

Three formats of 10,000 entries have to be out in seconds, and a page of them is made, written and forgotten; a store of
triples would index what nobody asks for (docs/decisions/0050). What is written is read back by rdflib in the tests.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from portal.core.writable import writable

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ADDRESS = re.compile(r"(?:https?://[^/?#\s]+|mailto:[^@\s]+@[^@\s]+).*", re.IGNORECASE | re.DOTALL)
ALLOWED = "!#$%&'()*+,-./:;=?@[]_~"
"""What an IRI may hold beside letters and digits: https://www.rfc-editor.org/rfc/rfc3987#section-2.2"""


class Iri(str):
    """An address, written between < and >. Made by `iri`, which leaves nothing in it that could end it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A literal: in a language (a code of settings.LANGUAGES), of a type ("xsd:date"), or neither."""

    value: str
    lang: str = ""
    datatype: str = ""


@dataclass(slots=True)
class Node:
    """A subject, of these types ("dcat:Dataset"), with pairs of predicate and object; without `iri` one that only what
    holds it names."""

    types: tuple[str, ...]
    iri: Iri | None = None
    pairs: list[tuple[str, "Iri | Text | Node"]] = field(default_factory=list)

    def add(self, predicate: str, *objects: "Iri | Text | Node | None") -> "Node":
        """Says this of it, of each object that there is; returns itself."""
        self.pairs += [(predicate, each) for each in objects if each is not None]
        return self

    def said(self) -> Iterator[tuple[str, list]]:
        """Each predicate once, with its objects, each once."""
        grouped: dict[str, list] = {}
        for predicate, each in self.pairs:
            objects = grouped.setdefault(predicate, [])
            if each not in objects:
                objects.append(each)
        yield from grouped.items()


def iri(address: str) -> Iri | None:
    """The Iri of an address on the web or of a mailbox, with what may not stand in one percent-encoded; None for what
    is neither. Letters of other alphabets stay."""
    address = writable(address or "").strip()
    if not ADDRESS.fullmatch(address):
        return None
    return Iri("".join(each if each.isalnum() or each in ALLOWED else quote(each) for each in address))


def text(value, lang: str = "") -> Text | None:
    """The literal of a text; None of an empty one. What XML forbids is in none of the formats, so that all say the
    same."""
    value = str(value or "").strip()
    if not value.isprintable():
        value = writable(value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return Text(value, lang) if value else None


def texts(values: Iterable[tuple[str, str]]) -> list[Text]:
    """The literals of pairs of language and text, without those that are empty."""
    return [made for lang, value in values if (made := text(value, lang))]


def day(value) -> Text | None:
    """The literal of a date."""
    return Text(value.isoformat(), datatype="xsd:date") if value else None


def year(value) -> Text | None:
    """The literal of a year."""
    return Text(f"{value:04}", datatype="xsd:gYear") if value else None


def number(value: int) -> Text:
    """The literal of a whole number."""
    return Text(str(value), datatype="xsd:integer")
