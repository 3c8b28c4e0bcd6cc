"""Turtle: https://www.w3.org/TR/turtle/"""

from collections.abc import Iterable, Iterator

from .model import PREFIXES, Iri, Node, Text

ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write(nodes: Iterable[Node]) -> Iterator[str]:
    """The document in pieces, a subject each."""
    yield "".join(f"@prefix {prefix}: <{address}> .\n" for prefix, address in PREFIXES.items())
    for node in nodes:
        yield f"\n<{node.iri}> {_body(node, '    ')} .\n"


def _body(node, indent):
    parts = [f"a {', '.join(node.types)}"] if node.types else []
    for predicate, objects in node.said():
        parts.append(f"{predicate} {', '.join(_object(each, indent) for each in objects)}")
    return f" ;\n{indent}".join(parts)


def _object(each, indent):
    match each:
        case Iri():
            return f"<{each}>"
        case Text():
            return _literal(each)
    deeper = f"{indent}    "
    return f"[\n{deeper}{_body(each, deeper)}\n{indent}]"


def _literal(each):
    value = each.value
    # Most texts hold nothing that would have to be escaped.
    if not value.isprintable() or '"' in value or "\\" in value:
        value = value.translate(ESCAPES)
    quoted = f'"{value}"'
    if each.lang:
        return f"{quoted}@{each.lang}"
    return f"{quoted}^^{each.datatype}" if each.datatype else quoted
