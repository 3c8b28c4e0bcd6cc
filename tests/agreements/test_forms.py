"""The forms of an agreement: what may be named, and that few and many rows ask the same."""

import pytest
from django.urls import reverse

from portal.records.merging import merge_organisations
from practices.agreements.models import AgreementHolding, AgreementIndexPage, AgreementPage
from practices.agreements.short_form import title
from tests.factories.agreements import make_agreement, make_protocol
from tests.factories.needs import make_holding
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import make_record
from tests.records.admin_form import add_url, edit_url, rows, send
from tests.records.test_queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editing(client):
    client.force_login(editor())
    return client


def latest(page):
    """The page as its newest draft has it."""
    return AgreementPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_title_is_enough_and_begins_for_its_parties(editing):
    index = AgreementIndexPage.objects.get(locale__language_code="en")

    send(editing, add_url(AgreementPage, index), title="Only a title")

    made = AgreementPage.objects.get(title="Only a title")
    assert (made.live, made.state, made.identity.code[:3]) == (False, "drafting", "AG-")
    assert (made.identity.listed_to, made.identity.details_to) == ("named_organisations",) * 2


def test_a_row_names_a_holding_or_says_in_words_what_it_covers(editing):
    holding, case, page = make_holding(), make_record(title="Case"), make_agreement()

    refused = [
        send(editing, edit_url(page), **rows("holdings", row)).status_code
        for row in ({"holding": str(case.key), "part": ""}, {"holding": "", "part": " "})
    ]
    send(editing, edit_url(page), **rows("holdings", {"holding": str(holding.key), "part": "Since 2015"}))

    assert refused == [200, 200]
    assert [(row.holding_id, row.part) for row in latest(page).holdings.all()] == [(holding.key, "Since 2015")]


def test_a_draft_whose_holding_is_gone_keeps_the_rest():
    holding = make_holding()
    page = make_agreement(holdings=[AgreementHolding(holding_id=holding.key), AgreementHolding(part="Words")])
    holding.identity.delete()

    assert [(row.holding_id, row.part) for row in latest(page).holdings.all()] == [(None, ""), (None, "Words")]


def test_one_holding_or_twelve_take_the_same_queries(editing):
    holdings = [make_holding(title=f"Holding {number}") for number in range(12)]
    pages = [make_agreement(covers=holdings[:number]) for number in (1, 12)]

    counted = [queries_of(editing, edit_url(page)) for page in pages]

    assert counted[0] == counted[1]
    assert counted[0] <= 61


def test_it_has_its_list_in_the_admin(editing):
    make_protocol({"hazards": "high"}, title="Rules of the response")

    assert "Rules of the response" in editing.get(reverse("agreements:index")).text


def test_members_begin_without_a_title_which_follows_from_what_they_answer():
    page = make_agreement(countries=["irq"])

    assert title({}) == "Agreement"
    answers = {"agreement_kind": page.agreement_kind, "countries": list(page.countries.all())}
    assert title(answers) == "Data sharing agreement (DSA) – Iraq"


def test_members_see_the_list_of_kinds_of_agreement(client):
    client.force_login(member_of(OrganisationFactory()))

    text = client.get("/contribute/agreements/").text

    assert "Memorandum of understanding (MoU)" in text


def test_a_merged_organisation_stays_a_party_under_its_new_name():
    keep, drop = OrganisationFactory(), OrganisationFactory()
    page = make_agreement(parties=[drop])

    merge_organisations(keep=keep, drop=drop, by=UserFactory(is_superuser=True, is_staff=True), reason="They are one.")

    assert [row.organisation for row in AgreementPage.objects.get(pk=page.pk).organisations.all()] == [keep]
    assert [row.organisation_id for row in latest(page).organisations.all()] == [keep.pk]
