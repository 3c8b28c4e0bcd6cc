"""What the entries of a page of the catalogue name: terms, places, organisations, each described once, in three
languages, so that a page can be read without asking anywhere else."""

from django.conf import settings
from django.utils import translation

from portal.catalogue.rdf.model import Iri, Node, Text, iri, text, texts
from portal.core.languages import LANGUAGES
from portal.directory.models import Organisation
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import OrganisationType

from .authorities import ACCESS_RIGHTS, ADMS, EU, GEONAMES, PUBLISHER_TYPES, SCHEMES, THEMES
from .authorities import LANGUAGES as EU_LANGUAGES

PUBLISHER_SCHEME = "http://purl.org/adms/publishertype/1.0"


def own(fragment: str = "") -> Iri:
    """The address of the catalogue, or of something that only the catalogue describes."""
    return Iri(f"{settings.SITE_URL}/catalog{'#' if fragment else ''}{fragment}")


def labels(term) -> list[Text]:
    """The labels of a term, each in its language."""
    return texts((language, getattr(term, f"label_{language}")) for language in LANGUAGES)


def in_each_language(sentence: str) -> list[Text]:
    """A sentence of the portal's own in all its languages."""
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            found.append(text(translation.gettext(sentence), language))
    return found


class Named:
    """Collects nodes by their addresses, in the order in which they were first named; `known` are the organisations
    (primary keys) of which visitors may know."""

    def __init__(self, known: frozenset[int]):
        self.known = known
        self._nodes: dict[str, Node] = {}

    def nodes(self) -> list[Node]:
        """All that was named."""
        return list(self._nodes.values())

    def subject(self, term) -> Iri:
        """A data kind or a sector: a term of the portal's own, with the data theme that it lies in."""
        scheme = type(term)._meta.model_name
        place = own(f"{scheme}-{term.key}")
        if place not in self._nodes:
            node = self._concept(place, self._own_scheme(type(term)), labels(term))
            node.add("skos:broadMatch", self.theme(term))
        return place

    def themes(self) -> Iri:
        """The list of data themes."""
        return self._scheme(f"{EU}data-theme")

    def theme(self, term) -> Iri | None:
        """The data theme that a data kind lies in; None of what lies in none."""
        code = term.uri.removeprefix(f"{EU}data-theme/")
        if code not in THEMES:
            return None
        return self._of_list("data-theme", code, texts(zip(LANGUAGES, THEMES[code], strict=False)))

    def country(self, term) -> Iri:
        """A country, or what stands in its place where the list of the European Union lacks it."""
        if term.uri.startswith(f"{EU}country/"):
            return self._of_list("country", term.uri.rpartition("/")[2], labels(term), "dct:Location")
        return self.place(term)

    def place(self, term) -> Iri:
        """An area that the list of countries has not."""
        name = f"{type(term)._meta.model_name}-{term.key}"
        place = Iri(GEONAMES[term.key]) if term.key in GEONAMES else own(name)
        return self._said(place, Node(("dct:Location",), place).add("skos:prefLabel", *labels(term)))

    def frequency(self, term) -> Iri | None:
        """How often data are renewed; None where the list lacks it."""
        if not term.uri.startswith(f"{EU}frequency/"):
            return None
        code = term.uri.rpartition("/")[2]
        # Several of our terms are "other" there.
        said = [Text("other", "en"), Text("autre", "fr")] if code == "OTHER" else labels(term)
        return self._of_list("frequency", code, said, "dct:Frequency")

    def access_right(self, code: str) -> Iri | None:
        """Who may get data; None where that is not known."""
        if code not in ACCESS_RIGHTS:
            return None
        said = texts(zip(LANGUAGES, ACCESS_RIGHTS[code], strict=True))
        return self._of_list("access-right", code, said, "dct:RightsStatement")

    def language(self, code: str) -> Iri:
        """A language of the portal."""
        name, *said = EU_LANGUAGES[code]
        return self._of_list("language", name, texts(zip(LANGUAGES, said, strict=True)), "dct:LinguisticSystem")

    def file_type(self, term) -> Iri | None:
        """The format of a file; None where the list lacks it."""
        code = term.attributes.get("eu_file_type")
        return self._of_list("file-type", code, [Text(code, "en")], "dct:MediaTypeOrExtent") if code else None

    def media_type(self, term) -> Iri | None:
        """The same in the list of IANA."""
        place = iri(term.uri)
        if place is None or "www.iana.org/assignments/media-types/" not in place:
            return None
        return self._said(place, Node(("dct:MediaType",), place).add("rdfs:label", *labels(term)))

    def licence(self, term) -> Iri:
        """A licence, by its address where it has one."""
        place = iri(term.uri) or own(f"licence-{term.key}")
        return self._said(place, Node(("dct:LicenseDocument",), place).add("dct:title", *labels(term)))

    def standard(self, term) -> Iri:
        """A standard; its page stands beside it, since several are told of on one page."""
        place = own(f"standard-{term.key}")
        node = Node(("dct:Standard",), place).add("dct:title", *labels(term))
        return self._said(place, node.add("rdfs:seeAlso", iri(term.uri)))

    def document(self, address: str, title: str = "", lang: str = "") -> Iri | None:
        """A page on the web; None for what is no address."""
        place = iri(address)
        return place and self._said(place, Node(("foaf:Document",), place).add("dct:title", text(title, lang)))

    def agent(self, organisation: Organisation) -> Iri | Node:
        """An organisation: by its address and with its kind for who may know of its page, else by its name alone, which
        the entry's author published."""
        names = ((language, getattr(organisation, f"name_{language}")) for language in LANGUAGES)
        node = Node(("foaf:Agent",)).add("foaf:name", *texts(names))
        if organisation.pk not in self.known:
            return node
        node.iri = Iri(f"{settings.SITE_URL}/r/{organisation.code}")
        return self._said(
            node.iri, node.add("dct:type", self._publisher_type(kept_terms(OrganisationType)[organisation.kind_id]))
        )

    def portal(self) -> Iri:
        """The portal itself, as who publishes the catalogue."""
        place = own("publisher")
        node = Node(("foaf:Agent",), place).add("foaf:name", *in_each_language(settings.WAGTAIL_SITE_NAME))
        return self._said(place, node.add("foaf:homepage", Iri(f"{settings.SITE_URL}/")))

    def _publisher_type(self, kind):
        if kind.key not in PUBLISHER_TYPES:
            return None
        code, name = PUBLISHER_TYPES[kind.key]
        place = Iri(f"{ADMS}{code}")
        self._concept(place, self._scheme(PUBLISHER_SCHEME), [Text(name, "en")])
        return place

    def _of_list(self, name, code, said, *types):
        place = Iri(f"{EU}{name}/{code}")
        if place not in self._nodes:
            self._concept(place, self._scheme(f"{EU}{name}"), said, *types)
        return place

    def _concept(self, place, scheme, said, *types):
        node = Node((*types, "skos:Concept"), place).add("skos:prefLabel", *said).add("skos:inScheme", scheme)
        return self._nodes.setdefault(place, node)

    def _scheme(self, place):
        return self._said(
            Iri(place), Node(("skos:ConceptScheme",), Iri(place)).add("dct:title", Text(SCHEMES[place], "en"))
        )

    def _own_scheme(self, model):
        place = own(model._meta.model_name)
        if place not in self._nodes:
            node = self._nodes[place] = Node(("skos:ConceptScheme",), place)
            for language in LANGUAGES:
                with translation.override(language):
                    node.add("dct:title", text(model._meta.verbose_name_plural, language))
        return place

    def _said(self, place, node):
        self._nodes.setdefault(place, node)
        return place
