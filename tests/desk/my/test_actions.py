"""Still true, restrict now, and the way to withdraw: by whom, at once, and by a button alone."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import AuditEntry
from tests.factories.needs import make_holding
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
DECIDING = {"focal point", "editor", "clerk"}
"""Whoever may enter the admin decides as editors do."""


@pytest.fixture
def page(organisation):
    page = make_holding(title="What we hold")
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    return page


@pytest.fixture
def send(client):
    def post(user, name, page, **data):
        client.logout()
        if user:
            client.force_login(user)
        return client.post(reverse(f"my:{name}", args=[page.identity.code]), data)

    return post


def test_the_form_is_for_who_may_decide(who_gets, page):
    before = page.identity.version

    assert who_gets("restrict", page.identity.code) == DECIDING
    assert who_gets("restrict", page.identity.code.lower()) == DECIDING
    assert who_gets("restrict", "DH-ZZZZ") == set()
    assert page.identity.version == before


@pytest.mark.parametrize(
    ("name", "data"),
    [("restrict", {"listed_to": Level.OWNER, "reason": "x"}), ("confirm", {})],
)
def test_nobody_else_can_send_them(send, people, page, name, data):
    answers = {who: send(user, name, page, **data) for who, user in people.items() if who not in DECIDING}

    signs_in = answers.pop("visitor")
    assert (signs_in.status_code, signs_in["Location"][:10]) == (302, "/accounts/")
    assert {answer.status_code for answer in answers.values()} == {404}
    assert page.identity.listed_to == Level.PUBLIC
    assert AuditEntry.objects.filter(action__in=("restricted", "confirmed")).count() == 0


def test_restricting_holds_at_once(send, client, people, page):
    answer = send(people["focal point"], "restrict", page, listed_to=Level.OWNER, reason="Not cleared.")
    client.logout()

    assert answer.status_code == 302
    assert (page.identity.listed_to, page.identity.details_to) == (Level.OWNER, Level.OWNER)
    assert client.get(page.get_url()).status_code == 404
    assert AuditEntry.objects.filter(action="restricted").get().detail["reason"] == "Not cleared."


def test_restricting_never_widens(send, people, page):
    decide(page, listed_to=Level.NAMED, details_to=Level.OWNER, owner=page.identity.owner)

    wider = send(people["focal point"], "restrict", page, listed_to=Level.MEMBERS, reason="x")
    same = send(people["focal point"], "restrict", page, listed_to=Level.NAMED, reason="x")

    assert (wider.status_code, same.status_code) == (400, 400)
    assert (page.identity.listed_to, page.identity.details_to) == (Level.NAMED, Level.OWNER)


def test_only_what_can_be_narrower_is_offered(page_of, people, page):
    link, user = reverse("my:restrict", args=[page.identity.code]), people["focal point"]
    assert link in page_of(user, "our-data").text
    decide(page, listed_to=Level.OWNER, owner=page.identity.owner)

    assert link not in page_of(user, "our-data").text
    assert "open to as few as it can be" in page_of(user, "restrict", page.identity.code).text


def test_what_has_changed_leads_straight_to_the_form(client, page_of, people, page):
    address = f"/contribute/holdings/{page.identity.code}/1/"

    assert f'href="{address}">Changed' in page_of(people["focal point"], "our-data").text
    assert client.get(address).status_code == 200
    ours = page_of(people["editor"], "our-data", organisation=page.identity.owner.code).text
    assert address not in ours
    assert reverse("my:entry", args=[page.identity.code]) in ours


def test_who_speaks_for_the_entry_is_led_to_withdrawing_it(page_of, people, page):
    address = reverse("reviewing:withdraw", args=[page.identity.code])
    led = {who for who in ("focal point", "staff") if address in page_of(people[who], "our-data").text}

    assert led == {"focal point"}


@pytest.mark.parametrize("who", ["focal point", "editor"])
def test_restricting_and_cancelling_lead_back_to_where_the_button_was(client, people, page, page_of, who):
    ours = page_of(people[who], "our-data", organisation=page.identity.owner.code)
    link = re.search(r'href="([^"]*/restrict/[^"]*)"', ours.text)[1]
    here = f"/my/our-data/?organisation={page.identity.owner.code}"

    assert f'href="{here}">Cancel' in client.get(link).text
    answer = client.post(link, {"listed_to": Level.OWNER, "reason": "Not cleared."})

    assert answer["Location"] == here
    assert client.get(here).status_code == 200


def test_who_restricts_without_an_organisation_is_led_to_their_work(send, people, page):
    assert send(people["editor"], "restrict", page, listed_to=Level.OWNER, reason="x")["Location"] == "/my/"


def test_one_button_confirms(send, people, page, page_of):
    assert page_of(people["focal point"], "confirm", page.identity.code).status_code == 405

    answer = send(people["focal point"], "confirm", page, organisation=page.identity.owner.code)

    page.refresh_from_db()
    assert answer["Location"] == f"/my/our-data/?organisation={page.identity.owner.code}"
    assert page.reviewed_on == timezone.localdate()


def test_the_way_back_stays_in_the_portal(send, people, page):
    assert send(people["editor"], "confirm", page, organisation="//example.org/?x=")["Location"] == "/my/"


def test_an_entry_says_what_it_lacks_to_who_answers_for_it(who_gets, page_of, people, page):
    page.identity.contributors.add(people["staff"])
    answer = page_of(people["staff"], "entry", page.identity.code)

    assert "countries" not in answer.context["empty"]
    assert "agreement needed" in answer.context["empty"]
    assert who_gets("entry", page.identity.code) == {"focal point", "staff", "editor", "clerk"}


def test_a_draft_is_for_who_wrote_it(who_gets, people):
    draft = make_record(publish=False)
    draft.identity.contributors.add(people["staff"])

    assert who_gets("entry", draft.identity.code) == {"staff"}


def test_drafts_of_others_are_not_told(page_of, people, page):
    page.title = "What the editors are writing"
    page.save_revision()

    answer = page_of(people["focal point"], "entry", page.identity.code)

    assert "What we hold" in answer.text
    assert "What the editors are writing" not in answer.text
