"""JSON-LD 1.1: https://www.w3.org/TR/json-ld11/"""

import json
from collections.abc import Iterable, Iterator

from .model import PREFIXES, Iri, Node, Text


def write(nodes: Iterable[Node]) -> Iterator[str]:
    """The document in pieces, a subject each."""
    yield f'{{"@context": {json.dumps(PREFIXES)}, "@graph": [\n'
    between = ""
    for node in nodes:
        yield between + json.dumps(_object(node), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _object(each):
    match each:
        case Iri():
            return {"@id": each}
        case Text():
            return _literal(each)
    made = {"@id": each.iri} if each.iri else {}
    if each.types:
        made["@type"] = list(each.types)
    return made | {predicate: [_object(inner) for inner in objects] for predicate, objects in each.said()}


def _literal(each):
    if each.lang:
        return {"@value": each.value, "@language": each.lang}
    return {"@value": each.value, "@type": each.datatype} if each.datatype else {"@value": each.value}
