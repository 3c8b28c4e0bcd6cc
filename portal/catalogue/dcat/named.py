"""What the entries of a page of the catalogue name: terms, places, organisations, each described once, in three
languages, so that a page can be read without asking anywhere else."""

from django.conf import settings
from django.utils import translation

from portal.catalogue.rdf.model import Iri, Node, Text, iri, text, texts
from portal.core.languages import LANGUAGES
from portal.directory.models import Organisation
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import OrganisationType

from .authorities import ACCESS_RIGHTS, ADMS, EU, GEONAMES, PUBLISHER_SCHEME, PUBLISHER_TYPES, THEMES
from .authorities import LANGUAGES as EU_LANGUAGES
from .collected import Collected


def own(fragment: str = "") -> Iri:
    """The address of the catalogue, or of something that only the catalogue describes."""
    return Iri(f"{settings.SITE_URL}/catalog{'#' if fragment else ''}{fragment}")


def in_each_language(sentence) -> list[Text]:
    """A sentence of the portal's own in all its languages."""
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            found.append(text(translation.gettext(str(sentence)), language))
    return found


class Named:
    """Names things, and collects what is to be said of them; `known` are the organisations (primary keys) of which
    visitors may know."""

    def __init__(self, known: frozenset[int]):
        self.known = known
        self._collected = Collected()
        self._labels: dict[tuple[type, int], list[Text]] = {}

    def nodes(self) -> list[Node]:
        """All that was named."""
        return self._collected.nodes()

    def labels(self, term) -> list[Text]:
        """The labels of a term, each in its language."""
        place = type(term), term.pk
        if place not in self._labels:
            self._labels[place] = texts((language, getattr(term, f"label_{language}")) for language in LANGUAGES)
        return self._labels[place]

    def subject(self, term) -> Iri:
        """A data kind or a sector: a term of the portal's own, with the data theme that it lies in."""

        def describe(node):
            node.add("skos:prefLabel", *self.labels(term)).add("skos:inScheme", self._own_scheme(type(term)))
            node.add("skos:broadMatch", self.theme(term))

        return self._collected.said(_of_term(term), describe, "skos:Concept")

    def themes(self) -> Iri:
        """The list of data themes."""
        return self._collected.scheme(f"{EU}data-theme")

    def theme(self, term) -> Iri | None:
        """The data theme that a data kind lies in; None of what lies in none."""
        code = term.uri.removeprefix(f"{EU}data-theme/")
        if code not in THEMES:
            return None
        return self._collected.of_list("data-theme", code, lambda: texts(zip(LANGUAGES, THEMES[code], strict=False)))

    def country(self, term) -> Iri:
        """A country, or what stands in its place where the list of the European Union lacks it."""
        if not term.uri.startswith(f"{EU}country/"):
            return self.place(term)
        code = term.uri.rpartition("/")[2]
        return self._collected.of_list("country", code, lambda: self.labels(term), "dct:Location")

    def place(self, term) -> Iri:
        """An area that the list of countries has not."""
        place = Iri(GEONAMES[term.key]) if term.key in GEONAMES else _of_term(term)
        return self._told(place, "dct:Location", "skos:prefLabel", term)

    def frequency(self, term) -> Iri | None:
        """How often data are renewed; None where the list lacks it."""
        if not term.uri.startswith(f"{EU}frequency/"):
            return None
        code = term.uri.rpartition("/")[2]
        # Several of our terms are "other" there.
        said = [Text("other", "en"), Text("autre", "fr")] if code == "OTHER" else self.labels(term)
        return self._collected.of_list("frequency", code, lambda: said, "dct:Frequency")

    def access_right(self, code: str) -> Iri | None:
        """Who may get data; None where that is not known."""
        if code not in ACCESS_RIGHTS:
            return None
        said = zip(LANGUAGES, ACCESS_RIGHTS[code], strict=True)
        return self._collected.of_list("access-right", code, lambda: texts(said), "dct:RightsStatement")

    def language(self, code: str) -> Iri:
        """A language of the portal."""
        name, *names = EU_LANGUAGES[code]
        said = zip(LANGUAGES, names, strict=True)
        return self._collected.of_list("language", name, lambda: texts(said), "dct:LinguisticSystem")

    def file_type(self, term) -> Iri | None:
        """The format of a file; None where the list lacks it."""
        if not (code := term.attributes.get("eu_file_type")):
            return None
        return self._collected.of_list("file-type", code, lambda: [Text(code, "en")], "dct:MediaTypeOrExtent")

    def media_type(self, term) -> Iri | None:
        """The same in the list of IANA."""
        place = iri(term.uri)
        if place is None or "www.iana.org/assignments/media-types/" not in place:
            return None
        return self._told(place, "dct:MediaType", "rdfs:label", term)

    def licence(self, term) -> Iri:
        """A licence, by its address where it has one."""
        return self._told(iri(term.uri) or _of_term(term), "dct:LicenseDocument", "dct:title", term)

    def standard(self, term) -> Iri:
        """A standard; its page stands beside it, since several are told of on one page."""
        return self._told(_of_term(term), "dct:Standard", "dct:title", term, ("rdfs:seeAlso", iri(term.uri)))

    def document(self, address: str, title: str = "", lang: str = "") -> Iri | None:
        """A page on the web; None for what is no address."""
        place = iri(address)
        return place and self._collected.said(
            place, lambda node: node.add("dct:title", text(title, lang)), "foaf:Document"
        )

    def agent(self, organisation: Organisation) -> Iri | Node:
        """An organisation: by its address and with its kind for who may know of its page, else by its name alone, which
        the entry's author published."""
        if organisation.pk not in self.known:
            return Node(("foaf:Agent",)).add("foaf:name", *_names(organisation))
        kind = kept_terms(OrganisationType)[organisation.kind_id]
        return self._collected.said(
            Iri(f"{settings.SITE_URL}/r/{organisation.code}"),
            lambda node: node.add("foaf:name", *_names(organisation)).add("dct:type", self._publisher_type(kind)),
            "foaf:Agent",
        )

    def portal(self) -> Iri:
        """The portal itself, as who publishes the catalogue."""
        names, page = in_each_language(settings.WAGTAIL_SITE_NAME), Iri(f"{settings.SITE_URL}/")
        return self._collected.said(
            own("publisher"), lambda node: node.add("foaf:name", *names).add("foaf:homepage", page), "foaf:Agent"
        )

    def _told(self, place, kind, predicate, term, *more):
        def describe(node):
            node.add(predicate, *self.labels(term))
            for pair in more:
                node.add(*pair)

        return self._collected.said(place, describe, kind)

    def _publisher_type(self, kind):
        if kind.key not in PUBLISHER_TYPES:
            return None
        code, name = PUBLISHER_TYPES[kind.key]
        return self._collected.concept(f"{ADMS}{code}", PUBLISHER_SCHEME, lambda: [Text(name, "en")])

    def _own_scheme(self, model):
        def describe(node):
            for language in LANGUAGES:
                with translation.override(language):
                    node.add("dct:title", text(model._meta.verbose_name_plural, language))

        return self._collected.said(own(model._meta.model_name), describe, "skos:ConceptScheme")


def _of_term(term):
    return own(f"{type(term)._meta.model_name}-{term.key}")


def _names(organisation):
    return texts((language, getattr(organisation, f"name_{language}")) for language in LANGUAGES)
