"""Nodes that are named from many places and described once."""

from collections.abc import Callable, Iterable

from portal.catalogue.rdf.model import Iri, Node, Text

from .authorities import EU, SCHEMES


class Collected:
    """Nodes by their addresses, in the order in which they were first named."""

    def __init__(self):
        self._nodes: dict[str, Node] = {}

    def nodes(self) -> list[Node]:
        """All that was named."""
        return list(self._nodes.values())

    def said(self, place: Iri, describe: Callable[[Node], object], *types: str) -> Iri:
        """`place`, described where it is named for the first time."""
        if place not in self._nodes:
            node = self._nodes[place] = Node(types, place)
            describe(node)
        return place

    def concept(self, place: str, scheme: str, labels: Callable[[], Iterable[Text]], *types: str) -> Iri:
        """A term of one of the lists of SCHEMES."""

        def describe(node):
            node.add("skos:prefLabel", *labels()).add("skos:inScheme", self.scheme(scheme))

        return self.said(Iri(place), describe, *types, "skos:Concept")

    def of_list(self, name: str, code: str, labels: Callable[[], Iterable[Text]], *types: str) -> Iri:
        """A term of a list of the European Union."""
        return self.concept(f"{EU}{name}/{code}", f"{EU}{name}", labels, *types)

    def scheme(self, place: str) -> Iri:
        """One of the lists of SCHEMES."""
        title = Text(SCHEMES[place], "en")
        return self.said(Iri(place), lambda node: node.add("dct:title", title), "skos:ConceptScheme")
