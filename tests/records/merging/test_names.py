"""The double goes on in the names, the address and the code of the organisation that is kept."""

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.test import Client

from portal.directory.models import Organisation
from portal.search.engines import engine
from portal.search.query import RecordQuery
from tests.factories.people import OrganisationFactory
from tests.records.merging.merged import merge, naming

pytestmark = pytest.mark.django_db


def test_names_go_over_and_what_was_missing(drop, keep):
    drop.mailbox, drop.email_domains, keep.email_domains = "im@old.example", ["old.example"], ["new.example"]
    drop.save(), keep.save()

    kept = merge(drop, keep)

    assert (kept.name_en, kept.name_fr, kept.acronym, kept.mailbox) == (
        "New office", "Ancien bureau", "NO", "im@old.example",
    )  # fmt: skip
    assert set(kept.also_named) == {"Old office", "OO", "Older office"}
    assert kept.email_domains == ["new.example", "old.example"]


def test_it_is_found_by_the_names_of_its_double_and_the_double_is_not(drop, keep):
    page = naming(drop, title="Named")

    merge(drop, keep)

    found = engine().search(RecordQuery.from_parameters(_query("q=Older&kind=organisation")), None, "en")
    assert [hit.code for hit in found.hits] == [keep.code]
    by_facet = engine().search(RecordQuery.from_parameters(_query(f"organisation={keep.slug}")), None, "en")
    assert page.identity.code in {hit.code for hit in by_facet.hits}
    assert drop.slug not in Client().get("/sitemap.xml").text
    assert drop.code not in Client().get("/organisations/?sort=title").text


def _query(text):
    return QueryDict(text)


@pytest.mark.parametrize("prefix", ["", "/fr", "/ar"])
def test_the_old_address_and_code_lead_on(drop, keep, prefix):
    merge(drop, keep)

    answers = [Client().get(f"{prefix}{path}") for path in (f"/organisations/{drop.slug}/", f"/r/{drop.code}")]

    assert [(answer.status_code, answer["Location"]) for answer in answers] == [
        (302, f"{prefix}/organisations/{keep.slug}/")
    ] * 2


def test_it_takes_a_reason_and_two(drop, keep):
    other = OrganisationFactory()
    for wrong in ({"reason": " "}, {"keep": drop}):
        with pytest.raises(ValidationError):
            merge(**{"drop": drop, "keep": keep, **wrong})
    merge(drop, keep)

    with pytest.raises(ValidationError, match="merged already"):
        merge(drop, other)
    with pytest.raises(ValidationError, match="merged already"):
        merge(other, drop)


def test_what_was_merged_before_leads_to_the_last(drop, keep):
    first = OrganisationFactory()
    merge(first, drop)

    merge(drop, keep)

    assert Organisation.objects.get(pk=first.pk).merged_into == keep
