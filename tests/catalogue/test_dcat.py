"""What DCAT-AP is told of a holding, and of whom nothing."""

import pytest
from django.conf import settings
from rdflib import RDF, Literal, URIRef
from wagtail.models import Locale

from portal.access.enums import Level
from portal.catalogue.dcat.authorities import THEMES
from portal.taxonomy.models import DataKind, Licence
from tests.catalogue.described import DCAT, DCT, EU, FOAF, MAILBOX, SKOS, VCARD, ask, graph, part, whole_holding
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide
from tests.holdings.holdings import make_holding

pytestmark = pytest.mark.django_db
XSD = "http://www.w3.org/2001/XMLSchema#"


def dataset(page):
    return URIRef(f"{settings.SITE_URL}/r/{page.identity.code}")


def values(found, page, predicate):
    return set(found.objects(dataset(page), predicate))


def test_terms_are_told_by_the_lists_that_harvesters_know():
    page = whole_holding()

    found = graph()

    assert values(found, page, DCAT.theme) == {EU["data-theme/JUST"], EU["data-theme/HEAL"]}
    assert values(found, page, DCT.accessRights) == {EU["access-right/PUBLIC"]}
    assert values(found, page, DCT.accrualPeriodicity) == {EU["frequency/QUARTERLY"]}
    assert values(found, page, DCT.license) == {URIRef("http://spdx.org/licenses/ODbL-1.0")}
    geonames = {URIRef(f"https://sws.geonames.org/{number}/") for number in (831053, 6295630)}
    assert values(found, page, DCT.spatial) == {EU["country/IRQ"], *geonames}
    (period,) = values(found, page, DCT.temporal)
    assert found.value(period, DCAT.startDate) == Literal("2009", datatype=f"{XSD}gYear")
    assert found.value(period, DCAT.endDate) == Literal("2020", datatype=f"{XSD}gYear")
    assert values(found, page, DCT.modified) == {Literal("2026-08-31", datatype=f"{XSD}date")}


def test_what_is_named_has_its_labels_in_three_languages():
    page, kind = whole_holding(), DataKind.objects.get(key="casualty_statistics")

    found = graph()

    place = URIRef(f"{settings.SITE_URL}/catalog#datakind-casualty_statistics")
    labels = {Literal(getattr(kind, f"label_{code}"), lang=code) for code in ("en", "fr", "ar")}
    assert place in values(found, page, DCT.subject)
    assert set(found.objects(place, SKOS.prefLabel)) == labels
    assert labels <= values(found, page, DCAT.keyword)
    assert {each.language for each in found.objects(EU["country/IRQ"], SKOS.prefLabel)} == {"en", "fr", "ar"}
    (scheme,) = found.objects(place, SKOS.inScheme)
    assert {each.language for each in found.objects(scheme, DCT.title)} == {"en", "fr", "ar"}


def test_every_data_theme_of_the_vocabulary_has_its_name():
    uris = set(DataKind.objects.exclude(uri="").values_list("uri", flat=True))

    assert {uri.rpartition("/")[2] for uri in uris if "data-theme" in uri} <= set(THEMES)


def test_titles_stand_in_their_own_language_and_in_the_translations_of_the_entry():
    page = whole_holding(title="Register")
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.title = "Registre"
    french.save_revision().publish()

    found = graph()

    assert values(found, page, DCT.title) == {Literal("Register", lang="en"), Literal("Registre", lang="fr")}
    record = URIRef(f"{settings.SITE_URL}/catalog/{page.identity.code}")
    assert set(found.objects(record, DCT.language)) == {EU["language/ENG"], EU["language/FRA"]}
    assert len(set(found.subjects(RDF.type, DCAT.Dataset))) == 1


def test_data_open_to_everyone_have_a_distribution_and_others_a_page():
    page, closed = whole_holding(), whole_holding(data_url="")

    found = graph()

    (distribution,) = values(found, page, DCAT.distribution)
    assert set(found.objects(distribution, DCAT.accessURL)) == {URIRef("https://data.example.org/hazards.csv")}
    assert set(found.objects(distribution, DCT["format"])) == {EU["file-type/CSV"]}
    assert values(found, closed, DCAT.distribution) == set()
    for each in (page, closed):
        assert values(found, each, DCAT.landingPage) == {URIRef(f"{settings.SITE_URL}/holdings/{each.slug}/")}


def test_the_nearest_keeper_publishes_and_owners_create():
    owner, keeper = (
        part("data_owner", name_en="Authority"),
        part("data_custodian", name_en="Centre", name_fr="Le centre"),
    )
    page = whole_holding(organisations=[owner, keeper])

    found = graph()

    (publisher,) = values(found, page, DCT.publisher)
    (creator,) = values(found, page, DCT.creator)
    assert set(found.objects(publisher, FOAF.name)) == {Literal("Centre", lang="en"), Literal("Le centre", lang="fr")}
    assert publisher == URIRef(f"{settings.SITE_URL}/r/{keeper.organisation.code}")
    assert found.value(creator, FOAF.name) == Literal("Authority", lang="en")
    assert found.value(publisher, DCT.type) is not None


def test_of_an_organisation_that_visitors_may_not_know_of_stands_its_name_alone():
    hidden = OrganisationFactory(name_en="Quiet office")
    decide(hidden, listed_to=Level.MEMBERS)
    page = whole_holding(organisations=[part("data_owner", hidden)])

    found = graph()

    (publisher,) = values(found, page, DCT.publisher)
    assert found.value(publisher, FOAF.name) == Literal("Quiet office", lang="en")
    assert not isinstance(publisher, URIRef)
    assert hidden.code not in ask("/catalog.ttl").text


def test_whom_to_ask_is_the_mailbox_that_the_entry_shows_to_everyone():
    page, closed = whole_holding(), whole_holding(details_to=Level.MEMBERS)

    found = graph()

    (contact,), (other,) = values(found, page, DCAT.contactPoint), values(found, closed, DCAT.contactPoint)
    assert set(found.objects(contact, VCARD.hasEmail)) == {URIRef(f"mailto:{MAILBOX}")}
    assert set(found.objects(other, VCARD.hasEmail)) == set()
    assert set(found.objects(other, VCARD.hasURL)) == {URIRef(f"{settings.SITE_URL}/holdings/{closed.slug}/")}


def test_of_details_that_are_closed_nothing_is_told_whoever_asks():
    page = whole_holding(details_to=Level.MEMBERS, access_note="Ring twice")

    seen = {who: ask("/catalog.ttl", user).text for who, user in (("visitor", None), ("editor", editor()))}

    found = graph()
    assert seen["visitor"] == seen["editor"]
    for closed in (DCT.license, DCT.conformsTo, DCT.provenance, DCAT.distribution, FOAF.page):
        assert values(found, page, closed) == set()
    for word in (MAILBOX, "data.example.org", "Half without", "Surveys", "example.org/plan"):
        assert word not in seen["visitor"]


@pytest.mark.parametrize("level", [Level.MEMBERS, Level.NAMED, Level.OWNER])
def test_what_is_not_for_everyone_is_not_in_it(level):
    make_holding(title="Open")
    hidden = make_holding(title="Narrow", listed_to=level)

    paths = ["/catalog.ttl", f"/catalog/{hidden.identity.code}.ttl", f"/catalog/{hidden.identity.code}", "/catalog.rdf"]
    answers = {path: ask(path, member_of()) for path in paths}

    absent = ask("/catalog/DH-ZZZZ.ttl", member_of())
    assert [answers[path].status_code for path in paths] == [200, 404, 404, 200]
    assert answers[paths[1]].content == absent.content
    assert [
        path for path in paths if hidden.identity.code in answers[path].text or "Narrow" in answers[path].text
    ] == []


def test_each_entry_names_the_licence_of_its_text():
    page = whole_holding(licence=Licence.objects.get(key="cc_by_3_0_igo"))

    found = graph(f"/catalog/{page.identity.code}.ttl")

    record = URIRef(f"{settings.SITE_URL}/catalog/{page.identity.code}")
    assert set(found.objects(record, DCT.license)) == {URIRef("http://spdx.org/licenses/CC-BY-3.0-IGO")}
    assert set(found.objects(record, FOAF.primaryTopic)) == {dataset(page)}


def test_what_is_made_up_says_so():
    page = whole_holding(is_demo=True)

    assert Literal("Fictional example", lang="en") in values(graph(), page, DCAT.keyword)
