"""A holding as a dataset of DCAT-AP 3: https://semiceu.github.io/DCAT-AP/releases/3.0.1/#Dataset"""

from django.conf import settings
from django.utils.translation import gettext_noop

from portal.catalogue.holdings import Holding
from portal.catalogue.naming import PUBLISHES
from portal.catalogue.rdf.model import Iri, Node, Text, day, iri, text, texts, year
from portal.core.languages import LANGUAGES
from practices.holdings.reading import OWNS

from .named import Named, in_each_language

FICTIONAL = gettext_noop("Fictional example")


def record_iri(holding: Holding) -> Iri:
    """The address of what the catalogue itself says of a holding."""
    return Iri(f"{settings.SITE_URL}/catalog/{holding.code}")


def dataset_iri(holding: Holding) -> Iri:
    """The address of a holding, by which it is cited."""
    return Iri(holding.permanent)


def nodes_of(holding: Holding, named: Named) -> list[Node]:
    """The dataset, its distribution where its data are open, and the record that lists it."""
    dataset = Node(("dcat:Dataset", "dcat:Resource"), dataset_iri(holding))
    _what(dataset, holding, named)
    _where_and_when(dataset, holding, named)
    _who(dataset, holding, named)
    _how(dataset, holding, named)
    distribution = _distribution(holding, named)
    if distribution:
        dataset.add("dcat:distribution", distribution.iri)
    return [dataset, *([distribution] if distribution else []), _record(holding, named)]


def _what(dataset, holding, named):
    dataset.add("dct:title", *texts(holding.told("title")))
    # A description is asked for; a holding may be without a summary.
    dataset.add("dct:description", *texts(holding.told("summary") or holding.told("title")))
    dataset.add("dct:identifier", Text(holding.permanent), Text(holding.code))
    kinds, sectors = holding.terms("data_kinds"), holding.terms("sectors")
    dataset.add("dcat:theme", *map(named.theme, kinds))
    dataset.add("dct:subject", *map(named.subject, [*kinds, *sectors]))
    dataset.add("dcat:keyword", *(label for term in [*kinds, *sectors] for label in named.labels(term)))
    dataset.add("dcat:keyword", *(text(tag, holding.language) for tag in holding.tags))
    if holding.is_demo:
        dataset.add("dcat:keyword", *in_each_language(FICTIONAL))
    dataset.add("rdfs:comment", *texts([*holding.told("not_to_be_used_for"), *holding.told("known_quality")]))


def _where_and_when(dataset, holding, named):
    dataset.add("dct:spatial", *map(named.country, holding.terms("countries")))
    if coverage := holding.term("coverage"):
        dataset.add("dct:spatial", named.place(coverage))
    begin, end = year(holding.value("from_year")), year(holding.value("to_year"))
    if begin or end:
        period = Node(("dct:PeriodOfTime",)).add("dcat:startDate", begin).add("dcat:endDate", end)
        dataset.add("dct:temporal", period)
    dataset.add("dct:modified", day(holding.value("last_updated_on")))
    if frequency := holding.term("update_frequency"):
        dataset.add("dct:accrualPeriodicity", named.frequency(frequency))


def _who(dataset, holding, named):
    parties = [party for party in holding.parties if party.role in PUBLISHES]
    parties.sort(key=lambda party: PUBLISHES.index(party.role))
    if parties:
        dataset.add("dct:publisher", named.agent(parties[0].organisation))
    owners = (party.organisation for party in parties if party.role == OWNS)
    dataset.add("dct:creator", *map(named.agent, owners))
    dataset.add("dcat:contactPoint", _contact(holding, parties))


def _contact(holding, parties):
    """Whom to ask: the mailbox that the entry publishes for it, else its page, where one asks."""
    contact = Node(("vcard:Organization", "vcard:Kind"))
    names = (
        [(language, getattr(parties[0].organisation, f"name_{language}")) for language in LANGUAGES] if parties else []
    )
    contact.add("vcard:fn", *(texts(names) or [Text(settings.WAGTAIL_SITE_NAME)]))
    mailbox = holding.value("focal_mailbox")
    return contact.add("vcard:hasEmail", iri(f"mailto:{mailbox}") if mailbox else None).add(
        "vcard:hasURL", iri(holding.address)
    )


def _how(dataset, holding, named):
    dataset.add("dct:accessRights", named.access_right(_access(holding)))
    dataset.add("dcat:landingPage", named.document(holding.address))
    if licence := holding.term("data_licence"):
        dataset.add("dct:license", named.licence(licence))
    dataset.add("dct:conformsTo", *map(named.standard, holding.terms("standards")))
    if method := texts(holding.told("collection_method")):
        dataset.add("dct:provenance", Node(("dct:ProvenanceStatement",)).add("rdfs:label", *method))
    dataset.add("foaf:page", *(named.document(each.url, each.title) for each in holding.sources if each.url))


def _access(holding):
    method = holding.term("access_method")
    return (method.attributes.get("eu_access_right") or "") if method else ""


def _distribution(holding, named):
    """The way to the data themselves, where the entry names one that is open to everyone."""
    address = iri(holding.value("data_url") or "")
    if address is None:
        return None
    made = Node(("dcat:Distribution",), Iri(f"{record_iri(holding)}#data")).add("dcat:accessURL", address)
    made.add("dct:title", *texts(holding.told("title")))
    if licence := holding.term("data_licence"):
        made.add("dct:license", named.licence(licence))
    formats = holding.terms("formats")
    if len(formats) == 1:
        # One at the most is allowed, and which of several the address leads to is not known.
        made.add("dct:format", named.file_type(formats[0])).add("dcat:mediaType", named.media_type(formats[0]))
    return made


def _record(holding, named):
    """What the portal says of its own entry: when it was published and changed, in which languages, under which licence
    its text may be used."""
    made = Node(("dcat:CatalogRecord",), record_iri(holding)).add("foaf:primaryTopic", dataset_iri(holding))
    made.add("dct:issued", day(holding.published_at.date())).add("dct:modified", day(holding.changed_at.date()))
    made.add("dct:language", *map(named.language, holding.languages))
    return made.add("dct:license", named.licence(holding.licence) if holding.licence else None)
