"""What is offered where words find nothing: terms and words of the glossary, as far as one may know of them."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from portal.search.offers import offers_for
from portal.taxonomy.models import Country, GlossaryTerm, Sector
from tests.factories.people import member_of
from tests.factories.records import make_record
from tests.factories.taxonomy import GlossaryTermFactory

pytestmark = pytest.mark.django_db


def offers(text, user=None):
    return [(offer.text, offer.url) for offer in offers_for(text, user or AnonymousUser())]


@pytest.fixture
def no_glossary():
    GlossaryTerm.objects.all().delete()


def test_the_acronym_of_a_sector_finds_its_entries(client):
    page = make_record(title="Pumps", sectors=[Sector.objects.get(key="wash")])
    make_record(title="Tents", sectors=[Sector.objects.get(key="shelter")])

    found = [hit.title for hit in client.get("/search/?q=WASH").context["listing"].hits]

    assert found == [page.title]


def test_the_key_of_a_term_is_offered_as_a_filter(no_glossary):
    make_record(countries=[Country.objects.get(key="irq")])

    assert offers("IRQ") == [("Country: Iraq", "/search/?country=irq")]
    assert offers("ira") == offers("((") == []


def test_what_one_may_not_know_of_is_not_offered(no_glossary):
    make_record(countries=[Country.objects.get(key="irq")], listed_to="members")

    assert offers("irq") == []
    assert len(offers("irq", member_of())) == 1


def test_an_acronym_of_the_glossary_leads_to_what_it_means(no_glossary):
    GlossaryTermFactory(key="idp", term_en="displaced person", acronym_en="IDP")
    GlossaryTermFactory(key="other", term_en="IDP camp", acronym_en="")
    in_glossary = ("“displaced person” in the glossary", "/glossary/?q=displaced+person")

    assert offers("idp") == offers("displaced person") == [in_glossary]
    make_record(title="Displaced persons")
    assert offers("idp") == [
        ("Search for “displaced person”", "/search/?q=displaced+person"),
        in_glossary,
    ]


def test_an_acronym_of_another_language_leads_there_too(client, no_glossary):
    GlossaryTermFactory(key="idp", term_en="displaced person", term_fr="personne déplacée", acronym_en="IDP")

    with override("fr"):
        found = offers("IDP")

    assert [url for _, url in found] == ["/fr/glossary/?q=personne+d%C3%A9plac%C3%A9e"]
    assert len(client.get("/fr/glossary/?q=IDP").context["entries"]) == 1


def test_offers_stand_under_nothing_found(client, no_glossary):
    GlossaryTermFactory(key="idp", term_en="displaced person", acronym_en="IDP")
    make_record(title="Tents")

    empty, full = client.get("/search/?q=IDP"), client.get("/search/?q=tents")

    assert '<a href="/glossary/?q=displaced+person">' in empty.text
    assert full.context["listing"].offers == []
    assert '<a href="/glossary/?q=displaced+person">' in client.get("/case-studies/?q=IDP").text
