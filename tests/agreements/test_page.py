"""The page and the list of agreements: kind, parties, state and days on the card, the rest for who may read it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from portal.access.enums import Level, Zone
from portal.records.registry import kind
from portal.taxonomy.models import DecisionPurpose
from practices.agreements.enums import AgreementState, Standing
from practices.agreements.models import AgreementHolding, AgreementPage
from practices.agreements.row import row
from tests.factories.agreements import make_agreement, make_protocol
from tests.factories.needs import make_holding
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide
from tests.records.test_queries import MOST, queries_of

pytestmark = pytest.mark.django_db
CARD = {
    "title", "summary", "organisations", "owner", "custodian", "sectors", "countries", "coverage", "licence",
    "reviewed_on", "review_due_on", "agreement_kind", "state", "starts_on", "ends_on",
}  # fmt: skip
DETAILS = (
    "Schools are held", "Fields of the north", "Counts by admin 2", "Only for planning", "12/26", "Risk education",
    "With the consent of who gave them", "Not to other clusters", "Renewed by letter", "1 May 2031",
)  # fmt: skip
TODAY = date(2026, 11, 28)


def text_of(path, user=None):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path).text


@pytest.fixture
def agreement():
    """An agreement whose details are for members."""
    return make_agreement(
        parties=[OrganisationFactory(name_en="The centre", acronym="")],
        covers=[make_holding()],
        finest_form="adm2_count",
        terms="<p>Only for planning</p>",
        purposes=list(DecisionPurpose.objects.filter(key="risk_education")),
        onward="with_consent",
        onward_note="Not to other clusters",
        ends_note="Renewed by letter",
        reference="12/26",
        starts_on=date(2026, 1, 2),
        ends_on=date(2031, 3, 4),
        review_on=date(2031, 5, 1),
        details_to=Level.MEMBERS,
    )


def test_card_of_an_agreement_is_what_the_table_says():
    assert {field.name for field in kind("agreement").fields if field.zone is Zone.CARD} == CARD


def test_it_begins_for_its_parties_only():
    found = kind("agreement")

    assert (found.prefix, found.listed_to, found.details_to) == ("AG", Level.NAMED, Level.NAMED)


def test_the_card_tells_kind_parties_and_days_and_nothing_else(agreement):
    add_words(agreement)

    text = text_of(agreement.url)

    for part in ("Data sharing agreement", "The centre", "2 January 2026", "4 March 2031", "Signed"):
        assert part in text
    assert [part for part in DETAILS if part in text] == []


def test_who_may_read_the_details_reads_all_of_them(agreement):
    add_words(agreement)

    text = text_of(agreement.url, member_of())

    assert [part for part in DETAILS if part not in text] == []


def add_words(page):
    """One more row: data that have no entry here."""
    page.holdings.add(AgreementHolding(part="Fields of the north"))
    page.save_revision().publish()


def test_a_covered_holding_is_shown_from_both_ends_to_who_may_know_of_both(agreement):
    hidden = make_holding(title="A hidden one", listed_to=Level.OWNER)
    agreement.holdings.add(AgreementHolding(holding_id=hidden.key, part="Its secret part"))
    agreement.save_revision().publish()
    seen = [text_of(agreement.url, user) for user in (member_of(), editor())]

    assert ["A hidden one" in text for text in seen] == ["Its secret part" in text for text in seen] == [False, True]
    back = [text_of(hidden.url, editor()), text_of(make_holding().url, member_of())]
    assert ["Is covered by" in text for text in back] == [True, False]


def test_the_list_tells_details_only_to_those_who_may_read_them(agreement):
    texts = [text_of("/agreements/", user) for user in (None, member_of())]

    assert ["The centre" in text for text in texts] == [True, True]
    assert ["Counts by admin 2" in text for text in texts] == ["12/26" in text for text in texts] == [False, True]


def test_agreements_are_found_by_kind_and_state():
    make_agreement("Running one", ends_on=date(2031, 3, 4))
    make_agreement("Over", kind="memorandum", ends_on=date(2020, 3, 4))

    def found(query):
        return [title for title in ("Running one", "Over") if f">{title}</a>" in text_of(f"/agreements/?{query}")]

    assert found("") == ["Running one", "Over"]
    assert found("agreement=memorandum") == found("state=expired") == ["Over"]
    assert found("state=signed") == ["Running one"]


def test_the_menu_leads_there():
    assert 'href="/agreements/"' in text_of("/")


@pytest.mark.parametrize(
    ("state", "ends", "standing"),
    [
        ("drafting", None, Standing.DRAFTING),
        ("drafting", -1, Standing.DRAFTING),
        ("signed", None, Standing.SIGNED),
        ("signed", 0, Standing.SIGNED),
        ("signed", -1, Standing.EXPIRED),
        ("ended", 5, Standing.ENDED),
    ],
)
def test_it_expires_by_the_day_after_its_last(state, ends, standing):
    page = AgreementPage(state=state, ends_on=ends if ends is None else TODAY + timedelta(days=ends))

    assert page.standing_on(TODAY) is standing


def test_it_cannot_end_before_it_begins():
    page = make_agreement(starts_on=TODAY)
    page.ends_on = TODAY - timedelta(days=1)

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert list(refused.value.message_dict) == ["ends_on"]


def test_the_row_says_what_the_list_is_to_say():
    page = make_agreement(
        parties=[OrganisationFactory(name_en="A", acronym=""), OrganisationFactory(name_en="B", acronym="")],
        countries=["irq"], data_kinds=["schools"], finest_form="exact", reference="7", starts_on=date(2026, 1, 2),
        ends_on=timezone.localdate() - timedelta(days=1),
    )  # fmt: skip

    facts = {str(fact.label): fact.text for fact in row(page)}

    assert list(facts) == [
        "Kind of agreement", "Parties", "Where", "Covers", "Finest form", "State", "Begins", "Ends", "Reference",
    ]  # fmt: skip
    assert (facts["Parties"], facts["State"], facts["Begins"]) == ("A, B", "Expired", "2 January 2026")


def test_one_holding_or_twelve_take_the_same_queries(client):
    holdings = [make_holding(title=f"Holding {number}") for number in range(12)]
    counted = [queries_of(client, make_agreement(covers=holdings[:many]).url) for many in (1, 12)]

    assert counted[0] == counted[1]
    assert counted[0] <= MOST


def test_one_agreement_or_many_take_the_same_queries_in_the_list(client):
    counted = []
    for many in (1, 5):
        for _ in range(many):
            make_protocol({"hazards": "high"}, parties=[OrganisationFactory()], data_kinds=["hazards"])
        counted.append(queries_of(client, "/agreements/"))

    assert counted[0] == counted[1] <= 15


def test_what_is_stored_is_the_key_of_a_state_and_not_its_words():
    page = make_agreement()

    assert page.latest_revision.content["state"] == AgreementState.SIGNED.value
    assert AgreementPage(title="x").serializable_data()["state"] == "drafting"


def test_who_may_write_a_new_version_renews_it_and_another_party_is_told_who_does():
    owner, other = OrganisationFactory(), OrganisationFactory()
    page = make_agreement(parties=[owner, other], ends_on=date(2031, 3, 4))
    decide(page, listed_to=Level.MEMBERS, details_to=Level.MEMBERS, owner=owner)
    client, told = Client(), {}
    for name, user in (
        ("owner", member_of(owner, focal_point=True)),
        ("party", member_of(other, focal_point=True)),
        ("member", member_of()),
    ):
        client.force_login(user)
        text = client.get(page.url).text
        told[name] = (
            f"/contribute/agreements/{page.identity.code}/2/" in text,
            "Who owns or keeps this text renews it" in text,
        )
        renewing = client.get(f"/contribute/agreements/{page.identity.code}/2/")
        assert (renewing.status_code == 200 and 'name="ends_on"' in renewing.text) is (name == "owner")

    assert told == {"owner": (True, False), "party": (False, True), "member": (False, False)}


@pytest.mark.parametrize("changed", [{"ends_on": None}, {"state": "drafting"}, {"state": "ended"}])
def test_what_does_not_run_out_is_not_renewed(changed):
    owner = OrganisationFactory()
    page = make_agreement(parties=[owner], **{"ends_on": date(2031, 3, 4), **changed})
    decide(page, listed_to=Level.MEMBERS, details_to=Level.MEMBERS, owner=owner)

    assert "Renew it" not in text_of(page.url, member_of(owner, focal_point=True))
