"""A code leads to its record without throwing anybody out of their language."""

import pytest
from wagtail.models import Locale

from portal.core.page_paths import path_of_page, roots_held
from portal.records.addresses import addresses_of_pages
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
PREFIXES = ["", "/fr", "/ar"]


def by_code(client, prefix, code):
    response = client.get(f"{prefix}/r/{code}")
    assert response.status_code == 302
    return response.url


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_code_leads_to_its_record_under_the_readers_prefix(client, prefix, language):
    page = make_record(language=language)
    address = by_code(client, prefix, page.identity.code)

    assert address == prefix + page.url.removeprefix("/fr")
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("prefix", PREFIXES)
def test_where_a_record_is_translated_it_is_read_in_the_readers_language(client, prefix):
    page = make_record(title="Codes")
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.title = "Les codes"
    french.save_revision().publish()

    title = "Les codes" if prefix == "/fr" else "Codes"
    assert f">{title}</h1>" in client.get(by_code(client, prefix, page.identity.code)).text


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_code_of_an_organisation_too(client, prefix):
    organisation = OrganisationFactory()
    address = by_code(client, prefix, organisation.code)

    assert address == f"{prefix}/organisations/{organisation.slug}/"


def test_a_draft_has_no_address(client):
    assert client.get(f"/r/{make_record(publish=False).identity.code}").status_code == 404


def test_roots_that_are_held_change_no_address():
    page = make_record()
    with roots_held():
        assert path_of_page(page) == page.url
    assert addresses_of_pages([page.pk], None) == {page.pk: page.url}


def test_a_page_outside_the_site_has_no_address():
    root = make_record().get_root()

    assert path_of_page(root) == ""
