"""RDF/XML: https://www.w3.org/TR/rdf-syntax-grammar/"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from .model import PREFIXES, Iri, Node, Text


def write(nodes: Iterable[Node]) -> Iterator[str]:
    """The document in pieces, a subject each."""
    spaces = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in PREFIXES.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'
    for node in nodes:
        yield _element(node)
    yield "</rdf:RDF>\n"


def _element(node):
    name, *more = node.types or ("rdf:Description",)
    about = f" rdf:about={quoteattr(node.iri)}" if node.iri else ""
    types = "".join(f"<rdf:type rdf:resource={quoteattr(_whole(each))}/>\n" for each in more)
    said = "".join(_property(predicate, each) for predicate, objects in node.said() for each in objects)
    return f"<{name}{about}>\n{types}{said}</{name}>\n"


def _property(predicate, each):
    match each:
        case Iri():
            return f"<{predicate} rdf:resource={quoteattr(each)}/>\n"
        case Text():
            return f"<{predicate}{_kind(each)}>{escape(each.value)}</{predicate}>\n"
    return f"<{predicate}>{_element(each)}</{predicate}>\n"


def _kind(each):
    if each.lang:
        return f' xml:lang="{each.lang}"'
    return f" rdf:datatype={quoteattr(_whole(each.datatype))}" if each.datatype else ""


def _whole(name):
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local
