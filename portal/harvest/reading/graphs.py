"""Catalogues in DCAT (https://www.w3.org/TR/vocab-dcat-3/), as JSON-LD, Turtle or RDF/XML, as Described data sets."""

import json
import logging
import re

from django.utils.translation import gettext as _
from rdflib import Graph
from rdflib.plugins.parsers.jsonld import to_rdf

from .datasets import described_in
from .described import Described, Unreadable

TURTLE, XML, JSON_LD = "turtle", "xml", "json-ld"
BY_MEDIA = {
    "text/turtle": TURTLE, "application/x-turtle": TURTLE, "application/n-triples": TURTLE,
    "application/rdf+xml": XML, "application/xml": XML, "text/xml": XML,
    "application/ld+json": JSON_LD, "application/json": JSON_LD,
}  # fmt: skip
BY_ENDING = {"ttl": TURTLE, "nt": TURTLE, "rdf": XML, "xml": XML, "owl": XML, "jsonld": JSON_LD, "json": JSON_LD}
ACCEPT = "text/turtle, application/rdf+xml;q=0.9, application/ld+json;q=0.8"
ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
"""Of XML: entities may make gigabytes out of a line, or read files of this machine."""
CONTEXT = "@context"
NOWHERE = "urn:catalogue"

# It writes a traceback for each literal that is not of its type; such a literal is read as text.
logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)


def read_graph(content: bytes, *, media="", name="", address="") -> list[Described]:
    """The data sets of a catalogue. What it is says its media type, else the ending of its `name`, else how it begins.
    `address` is what relative addresses are relative to. Raises Unreadable with a sentence for people."""
    form = BY_MEDIA.get(media) or BY_ENDING.get(name.rpartition(".")[2].lower()) or _by_beginning(content)
    try:
        graph = _of_json(content, address) if form == JSON_LD else _parsed(content, form, address)
    except Unreadable:
        raise
    # The readers of rdflib raise whatever they come upon: their own errors, those of the XML reader, of keys and types.
    except Exception as error:
        raise Unreadable(_("It is no %(form)s: %(why)s") % {"form": form, "why": type(error).__name__}) from error
    found = described_in(graph)
    if not found:
        raise Unreadable(_("It names no data set (dcat:Dataset)."))
    return found


def _by_beginning(content):
    begin = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:200]
    if begin.startswith((b"{", b"[")):
        return JSON_LD
    return XML if begin.startswith((b"<?xml", b"<rdf:", b"<RDF")) else TURTLE


def _parsed(content, form, address):
    if form == XML and (b"\0" in content or ENTITY.search(content)):
        raise Unreadable(_("It defines entities, or is not in UTF-8: such XML is not read."))
    return Graph().parse(data=content, format=form, publicID=address or NOWHERE)


def _of_json(content, address):
    """The graph of JSON-LD; nothing in it makes its reader ask the web or files of this machine."""
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("It is no JSON.")) from error
    if _names_context(found):
        raise Unreadable(_("Its “@context” is the address of another file. Write the context into the file itself."))
    # Not `Graph.parse`, whose reader makes a graph of a kind that rdflib itself warns of.
    return to_rdf(found, Graph(), base=address or NOWHERE)


def _names_context(found, depth=0):
    """Whether a context anywhere in it is an address, which rdflib would fetch."""
    if depth > 50:
        return True
    if isinstance(found, list):
        return any(_names_context(each, depth + 1) for each in found)
    if not isinstance(found, dict):
        return False
    contexts = found.get(CONTEXT, ())
    contexts = contexts if isinstance(contexts, list) else [contexts]
    if any(isinstance(each, str) or (isinstance(each, dict) and "@import" in each) for each in contexts):
        return True
    return any(_names_context(each, depth + 1) for each in found.values())
