"""What was withdrawn is not lost for who took it away: listed with who, when and why, and asked back."""

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import RestoreWish
from portal.access.services import approve_restore, report_incident, withdraw_record
from tests.factories.needs import make_holding
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(organisation, focal):
    """An entry of the organisation that its focal point has withdrawn."""
    page = make_holding(title="Depots of the north")
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    focal.member.role = "information officer"
    focal.member.save()
    withdraw_record(identity=page.identity, by=focal, reason="It names a street.")
    return page


@pytest.fixture
def listed(page_of, organisation):
    def ask(user, name="withdrawn"):
        answer = page_of(user, "our-data", organisation=organisation.code)
        return list(answer.context[name]) if answer.status_code == 200 else []

    return ask


def ask_back(taken):
    return reverse("my:ask-back", args=[taken.identity.code])


def test_who_speaks_for_it_and_editors_read_what_was_taken_away_by_whom_and_why(people, listed, taken, page_of):
    assert {who for who, user in people.items() if user and listed(user)} == {"focal point", "editor", "clerk"}
    (row,) = listed(people["focal point"])
    assert (row.title, row.by, row.reason) == (
        "Depots of the north", "Our organisation, information officer", "It names a street.",
    )  # fmt: skip
    assert timezone.localdate(row.at) == timezone.localdate()
    assert (row.url, bool(listed(people["editor"])[0].url)) == ("", True)


def test_it_stands_nowhere_else(people, listed, taken, client):
    assert [*listed(people["focal point"], "by_us"), *listed(people["focal point"], "by_others")] == []
    assert client.get(taken.get_url()).status_code == 404


def test_who_speaks_for_the_keeper_reads_it_and_leaves_asking_to_the_owner(listed, organisation, people, taken):
    owner = OrganisationFactory()
    type(taken.identity).objects.filter(pk=taken.key).update(owner=owner, custodian=organisation)

    assert [row.may_ask_back for row in listed(people["focal point"])] == [False]
    assert [row.may_ask_back for row in listed(people["editor"])] == [True]


def test_the_owner_asks_for_it_back_and_an_editor_gives_it(client, taken, focal, listed, organisation):
    client.force_login(focal)
    address = f"{ask_back(taken)}?organisation={organisation.code}"
    assert "Depots of the north" in client.get(address).text
    assert client.post(address, {"reason": " "}).status_code == 400

    client.post(address, {"reason": "The street is gone."})
    wish = RestoreWish.objects.get()
    assert (wish.asked_by, wish.reason, taken.identity.withdrawn_at is None) == (focal, "The street is gone.", False)
    (row,) = listed(focal)
    assert (row.asked_back_at, row.may_ask_back) == (wish.asked_at, False)

    approve_restore(identity=taken.identity, by=editor())
    assert listed(focal) == []
    assert [entry.end.title for entry in listed(focal, "by_others")] == ["Depots of the north"]


def test_nobody_else_asks_for_it_and_nothing_is_asked_back_that_is_there(client, people, taken, organisation):
    there = make_holding()
    decide(there, listed_to=Level.PUBLIC, owner=organisation)
    found = set()
    for who, user in people.items():
        client.logout()
        if user:
            client.force_login(user)
            assert client.get(ask_back(there)).status_code == 404
        if client.get(ask_back(taken)).status_code == 200:
            found.add(who)
        elif user:
            assert client.post(ask_back(taken), {"reason": "Give it back."}).status_code == 404

    assert found == {"focal point", "editor", "clerk"}
    assert not RestoreWish.objects.exists()


def test_nobody_asks_for_a_contested_organisation(client, taken, focal, organisation):
    organisation.frozen_at = timezone.now()
    organisation.save()
    client.force_login(focal)

    assert client.get(ask_back(taken)).status_code == 404


def test_an_open_report_is_reached_from_there(listed, focal, taken, page_of, client):
    assert [row.is_reported for row in listed(focal)] == [False]

    report_incident(identity=taken.identity, by=focal, what_happened="On a list.", seen=[])

    assert [row.is_reported for row in listed(focal)] == [True]
    address = reverse("incidents:incident", args=[taken.identity.code])
    assert f'href="{address}"' in page_of(focal, "our-data").text
    assert client.get(address).status_code == 200


def test_drafts_that_were_withdrawn_are_not_in_it(listed, organisation, focal):
    page = make_holding(publish=False)
    decide(page, listed_to=Level.OWNER, owner=organisation)
    withdraw_record(identity=page.identity, by=editor())

    assert listed(focal) == []


def test_the_number_of_queries_is_the_same_for_any_number_of_rows(organisation, focal, counted):
    numbers = []
    for _more in range(2):
        for _each in range(3):
            page = make_holding()
            decide(page, listed_to=Level.MEMBERS, owner=organisation)
            withdraw_record(identity=page.identity, by=member_of(organisation, focal_point=True), reason="Wrong.")
        numbers.append(counted(focal, "our-data"))

    assert numbers[0] == numbers[1]
