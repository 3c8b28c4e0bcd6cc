"""“We used this”: said by members who may read the entry, asked after six and twelve months what came of it."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from case_studies.asking import ask_what_came_of_it
from case_studies.models import Replication
from case_studies.replicating import due_for, say_used, tell_outcome
from portal.access.enums import Level
from portal.core.marks import mark_of
from portal.directory.own_data import own_data
from portal.notifications.sending import send_due
from portal.records.registry import kinds
from tests.factories.needs import make_need
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
SAID = date(2026, 1, 10)


@pytest.fixture
def case():
    return make_record(title="A case that helps", listed_to=Level.PUBLIC, details_to=Level.MEMBERS)


def used(case, by, on=SAID):
    return say_used(identity=case.identity, by=by, what="We did the same.", on=on)


def test_it_is_for_members_who_may_read_the_entry(who_gets, case):
    of_members = who_gets("used", case.identity.code)
    decide(case, listed_to=Level.PUBLIC, details_to=Level.OWNER)

    assert of_members == {"focal point", "staff", "other focal point", "member of nothing", "editor", "clerk"}
    assert who_gets("used", case.identity.code) == {"editor", "clerk"}
    assert who_gets("used", make_need().identity.code) == set()


def test_a_member_says_so(client, people, case, page_of):
    client.force_login(people["staff"])
    client.post(reverse("my:used", args=[case.identity.code]), {"what": "We did the same."})

    row = Replication.objects.get()
    today = timezone.localdate()
    assert (row.case_id, row.said_by, row.said_on) == (case.key, people["staff"], today)
    assert row.due_on == today + timedelta(days=182)
    answer = page_of(people["other focal point"], "used", case.identity.code)
    assert "We did the same." in answer.text
    assert "Our organisation" in answer.text
    assert people["staff"].email not in answer.text


def test_what_must_not_be_read_is_refused(client, people, case):
    client.force_login(people["staff"])

    answer = client.post(reverse("my:used", args=[case.identity.code]), {"what": "Cleared at 36.3450, 43.1575."})

    assert answer.status_code == 400
    assert "Cleared at 36.3450" in answer.text
    assert Replication.objects.count() == 0


def test_it_is_asked_after_six_and_twelve_months(people, case):
    row = used(case, people["staff"])
    six, twelve = SAID + timedelta(days=182), SAID + timedelta(days=365)

    assert list(due_for(people["staff"], six - timedelta(days=1))) == []
    assert list(due_for(people["staff"], six)) == [row]
    row = tell_outcome(replication=row, by=people["staff"], outcome="early", on=six)
    assert row.due_on == twelve
    row = tell_outcome(replication=row, by=people["staff"], outcome="worked", on=twelve)
    assert row.due_on is None
    assert list(due_for(people["staff"], twelve + timedelta(days=9))) == []


def test_who_answers_late_is_asked_once(people, case):
    row = tell_outcome(
        replication=used(case, people["staff"]), by=people["staff"], outcome="worked", on=SAID + timedelta(days=400)
    )

    assert row.due_on is None


def test_it_waits_at_my_work_for_who_said_so_while_they_may_read(page_of, people, case):
    used(case, people["staff"])

    def lines(who):
        return [str(line.text) for line in page_of(people[who], "home").context["lines"]["mine"]]

    assert lines("staff") == ["You used “A case that helps”: what came of it?"]
    assert lines("focal point") == []
    decide(case, listed_to=Level.PUBLIC, details_to=Level.OWNER)
    assert lines("staff") == []


def test_the_one_form(client, page_of, people, who_gets, case):
    row = used(case, people["staff"])
    assert who_gets("outcome", case.identity.code, mark_of(row)) == {"staff"}
    client.force_login(people["staff"])

    address = reverse("my:outcome", args=[case.identity.code, mark_of(row)])
    client.post(address, {"outcome": "partly", "outcome_note": "Coarser."})

    answer = page_of(people["focal point"], "used", case.identity.code)
    assert "It worked in part" in answer.text
    assert "Coarser." in answer.text


def test_nobody_answers_for_others(people, case):
    row = used(case, people["staff"])

    with pytest.raises(PermissionDenied):
        tell_outcome(replication=row, by=people["focal point"], outcome="failed")


def test_it_belongs_to_ones_own_data(people, case):
    used(case, people["staff"])

    assert [row["what"] for row in own_data(people["staff"])["cases_used"]] == ["We did the same."]
    assert own_data(people["focal point"])["cases_used"] == []


def test_it_is_said_of_the_kinds_that_tell_others_what_to_do(client, people):
    client.force_login(people["staff"])
    pages = {kind.key: make_record(kind.model) for kind in kinds() if kind.is_page}

    offered = {key for key, page in pages.items() if "We used this" in client.get(page.get_url()).text}
    answers = {key: client.get(reverse("my:used", args=[page.identity.code])) for key, page in pages.items()}

    assert offered == {"case_study", "practice"} == {key for key, each in answers.items() if each.status_code == 200}


def test_the_entry_leads_there_for_members_only(client, people, case):
    def leads(user):
        client.logout()
        if user:
            client.force_login(user)
        return "We used this" in client.get(case.get_url()).text

    assert {who for who, user in people.items() if leads(user)} == {
        "focal point", "staff", "other focal point", "member of nothing", "editor", "clerk",
    }  # fmt: skip


def test_who_used_it_is_asked_by_mail_once_after_six_and_after_twelve_months(client, people, case, mailoutbox):
    row = used(case, people["staff"])
    days = [SAID + timedelta(days=days) for days in (181, 182, 183, 364, 365, 400)]

    assert [ask_what_came_of_it(day) for day in days] == [0, 1, 0, 0, 1, 0]
    send_due()

    assert [mail.to for mail in mailoutbox] == [[people["staff"].email]] * 2
    address = reverse("my:outcome", args=[case.identity.code, mark_of(row)])
    client.force_login(people["staff"])
    assert all(settings.SITE_URL + address in mail.body for mail in mailoutbox)
    assert "We did the same." not in mailoutbox[0].body
    assert client.get(address).status_code == 200


def test_who_answered_is_asked_once_more_and_then_never(people, case):
    row = used(case, people["staff"])
    tell_outcome(replication=row, by=people["staff"], outcome="early", on=SAID + timedelta(days=200))
    assert [ask_what_came_of_it(SAID + timedelta(days=days)) for days in (201, 364, 365)] == [0, 0, 1]

    tell_outcome(replication=row, by=people["staff"], outcome="worked", on=SAID + timedelta(days=366))
    assert ask_what_came_of_it(SAID + timedelta(days=900)) == 0


def test_who_may_not_read_it_any_more_is_not_asked(people, case, mailoutbox):
    used(case, people["staff"])
    assert ask_what_came_of_it(SAID + timedelta(days=182)) == 1
    decide(case, listed_to=Level.PUBLIC, details_to=Level.OWNER)

    send_due()

    assert mailoutbox == []
    assert ask_what_came_of_it(SAID + timedelta(days=365)) == 0


def test_what_is_sent_again_is_said_once(client, people, case):
    client.force_login(people["staff"])
    for what in ("We did the same.", "We did the same.", "We did it again."):
        assert client.post(reverse("my:used", args=[case.identity.code]), {"what": what}).status_code == 302

    assert sorted(Replication.objects.values_list("what", flat=True)) == ["We did it again.", "We did the same."]
