"""The formats of the catalogue by the ending of their addresses."""

from collections.abc import Callable
from dataclasses import dataclass

from . import json_ld, turtle, xml


@dataclass(frozen=True)
class Format:
    """How statements are written, and what the answer is called."""

    content_type: str
    write: Callable


FORMATS = {
    "ttl": Format("text/turtle", turtle.write),
    "jsonld": Format("application/ld+json", json_ld.write),
    "rdf": Format("application/rdf+xml", xml.write),
}
