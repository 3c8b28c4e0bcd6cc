"""The data sets of a graph, by the properties of DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/)."""

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, SKOS, Namespace

from .days import day
from .described import NO_KEY, NO_TITLE, PRIVATE, Described
from .plain import lines, text

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
ADMS = Namespace("http://www.w3.org/ns/adms#")
PROV = Namespace("http://www.w3.org/ns/prov#")
PREFERRED = ("en", "fr", "ar")
KNOWN = frozenset({
    RDF.type, DCTERMS.identifier, DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.creator,
    DCTERMS.language, DCTERMS.spatial, DCTERMS.temporal, DCTERMS.accrualPeriodicity, DCTERMS.issued, DCTERMS.modified,
    DCTERMS.license, DCTERMS.accessRights, DCTERMS.conformsTo, DCTERMS.provenance, DCTERMS.rights, DCTERMS.subject,
    DCAT.keyword, DCAT.theme, DCAT.landingPage, DCAT.distribution, DCAT.contactPoint, FOAF.page,
    URIRef(f"{DCAT}version"), ADMS.identifier, ADMS.versionNotes, DCTERMS.type, DCTERMS.rightsHolder,
    PROV.qualifiedAttribution,
})  # fmt: skip


def described_in(graph: Graph) -> list[Described]:
    """Each data set of a graph, in the order of their keys."""
    found = {each: _Read(graph, each).described() for each in set(graph.subjects(RDF.type, DCAT.Dataset))}
    return sorted(found.values(), key=lambda said: (said.key, said.title))


class _Read:
    """Reads one data set of a graph."""

    def __init__(self, graph, subject):
        self.graph, self.subject = graph, subject

    def described(self):
        """The Described of it."""
        title, language = self._worded(DCTERMS.title)
        found = Described(title=text(title), language=language or self._text(DCTERMS.language))
        found.text = lines(self._worded(DCTERMS.description, language)[0])
        found.address = self._address()
        is_named = isinstance(self.subject, URIRef)
        found.key = (self._text(DCTERMS.identifier) or (str(self.subject) if is_named else found.address))[:200]
        found.refusal = NO_KEY if not found.key else "" if found.title else NO_TITLE
        self._people(found)
        self._when(found)
        self._rest(found)
        self._files(found)
        return found

    def _address(self):
        """The page of it, else what it is called, where that is an address of the web."""
        called = [*self._values(DCAT.landingPage), *self._values(FOAF.page), self.subject]
        return next((str(each) for each in called if str(each).startswith(("http://", "https://"))), "")

    def _people(self, found):
        publisher, creators = self._values(DCTERMS.publisher), self._values(DCTERMS.creator)
        found.published_by = tuple(dict.fromkeys(name for each in publisher[:1] for name in self._names(each)))
        holders = [*self._values(DCTERMS.rightsHolder), *[each for each in creators if not self._is_person(each)]]
        found.sources = tuple(dict.fromkeys(self._names(each)[0] for each in holders if self._names(each)))
        found.persons = tuple(name for each in creators if self._is_person(each) for name in self._names(each))
        for contact in self._values(DCAT.contactPoint):
            mails = [str(each).removeprefix("mailto:") for each in self.graph.objects(contact, VCARD.hasEmail)]
            found.mailbox = found.mailbox or next(iter(sorted(mails)), "")
            names = [text(str(each)) for each in self.graph.objects(contact, VCARD.fn)]
            found.kept_by = tuple(dict.fromkeys((*found.kept_by, *filter(None, names))))

    def _when(self, found):
        found.changed_on = day(self._text(DCTERMS.modified)) or day(self._text(DCTERMS.issued))
        found.last_updated_on = day(self._text(DCTERMS.modified))
        for period in self._values(DCTERMS.temporal)[:1]:
            first, last = (
                next((text(str(value)) for name in names for value in self.graph.objects(period, name)), "")
                for names in ((DCAT.startDate,), (DCAT.endDate,))
            )
            found.first_day, found.last_day = day(first), day(last)
            found.is_open_ended = found.first_day is not None and not last
            if found.last_day and found.first_day and found.last_day < found.first_day:
                found.odd.append(("temporal", f"{first} – {last}"))
                found.first_day = found.last_day = None

    def _rest(self, found):
        found.countries = tuple(self._called(DCTERMS.spatial))
        keywords = [*map(text, map(str, self._values(DCAT.keyword))), *self._called(DCAT.theme)]
        found.tags = tuple(dict.fromkeys(filter(None, keywords)))
        found.frequency = next(iter(self._called(DCTERMS.accrualPeriodicity)), "")
        found.standards = tuple(self._called(DCTERMS.conformsTo))
        found.licence = tuple(self._called(DCTERMS.license))
        found.licence_words = lines(self._worded(DCTERMS.rights)[0])
        found.method = lines(self._label(DCTERMS.provenance))
        found.caveats = lines(self._worded(ADMS.versionNotes)[0])
        found.data_languages = tuple(each.rpartition("/")[2] for each in self._called(DCTERMS.language))
        rights = next(iter(self._called(DCTERMS.accessRights)), "").rpartition("/")[2].upper()
        found.is_by_request = rights == "RESTRICTED"
        if rights == "NON_PUBLIC":
            found.refusal = found.refusal or PRIVATE
        found.not_read = tuple(sorted({
            str(name).rpartition("/")[2].rpartition("#")[2] for name in self.graph.predicates(self.subject)
        } - {str(name).rpartition("/")[2].rpartition("#")[2] for name in KNOWN}))  # fmt: skip

    def _files(self, found):
        formats, licences = [], []
        files = self._values(DCAT.distribution)
        for each in files:
            names = [*self.graph.objects(each, DCTERMS["format"]), *self.graph.objects(each, DCAT.mediaType)]
            words = tuple(sorted({self._written(name) for name in names} - {""}, key=len))
            formats += [words] if words else []
            licences += [self._written(name) for name in self.graph.objects(each, DCTERMS.license)]
        found.formats = tuple(sorted(set(formats)))
        found.licence = found.licence or tuple(sorted(set(filter(None, licences)))[:1])
        found.is_open = bool(files) and not found.is_by_request

    def _values(self, name):
        """The values of a property, in an order that no reading changes."""
        return sorted(self.graph.objects(self.subject, name), key=str)

    def _text(self, name):
        return next((text(str(value)) for value in self._values(name)), "")

    def _worded(self, name, language=""):
        """A text and its language: that which is asked for, else the first of the portal's."""
        found = {str(each.language or ""): str(each) for each in self._values(name) if isinstance(each, Literal)}
        bare = {code.partition("-")[0].lower(): words for code, words in reversed(found.items())}
        chosen = next((code for code in (language, *PREFERRED, *sorted(bare)) if code in bare), "")
        return bare.get(chosen, ""), chosen

    def _label(self, name):
        """The text of a property, or of the label of what it names."""
        return self._worded(name)[0] or next((words for each in self._values(name) for words in self._names(each)), "")

    def _called(self, name):
        """What a property names: addresses as they are, nodes by their labels."""
        return list(dict.fromkeys(filter(None, map(self._written, self._values(name)))))

    def _written(self, value):
        if isinstance(value, URIRef | Literal):
            return text(str(value))
        return next(iter(self._names(value)), "")

    def _names(self, value):
        """The names of a publisher, a place, a statement, the surest first."""
        if isinstance(value, Literal):
            return [text(str(value))]
        names = (FOAF.name, SKOS.prefLabel, VCARD.fn, DCTERMS.title, RDFS.label, SKOS.altLabel)
        found = [text(str(each)) for name in names for each in sorted(self.graph.objects(value, name), key=str)]
        return list(dict.fromkeys(filter(None, found)))

    def _is_person(self, value):
        return (value, RDF.type, FOAF.Person) in self.graph
