"""Who finds the page of an incident, and what it does, shows and keeps."""

import csv
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.access.models import AuditEntry, Grant, Incident, RecordIdentity
from portal.access.services import log, restore_record, withdraw_record
from portal.desk.reviewing.week import decisions_for
from portal.directory.erasing import erase_account
from portal.directory.models import Membership
from portal.directory.own_data import own_data
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from tests.desk.incident.conftest import WHAT, identity_of
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def test_exactly_editors_and_who_speaks_for_owner_or_keeper_find_it(client, page, owner, focal, address):
    people = {
        "visitor": None,
        "member": member_of(),
        "staff": member_of(owner),
        "focal point": focal,
        "another focal point": member_of(OrganisationFactory(), focal_point=True),
        "editor": editor(),
        "no member": UserFactory(),
    }

    def finding():
        found = set()
        for name, user in people.items():
            client.logout()
            if user:
                client.force_login(user)
            statuses = {client.get(address(page, each)).status_code for each in ("incident", "seen")}
            assert len(statuses) == 1
            found |= {name} if statuses == {200} else set()
            if statuses == {404}:
                assert client.post(address(page), WHAT).status_code == 404
                assert client.post(address(page, "close"), {"what_was_done": "No."}).status_code == 404
        return found

    assert finding() == {"focal point", "editor"}
    withdraw_record(identity=identity_of(page), by=focal)
    assert finding() == {"focal point", "editor"}
    assert not Incident.objects.exists()


def test_for_what_was_never_published_there_is_none(client, focal, owner, address):
    draft = make_record(publish=False)
    draft.identity.owner = owner
    draft.identity.save()
    client.force_login(editor())

    assert client.get(address(draft)).status_code == 404


def test_a_report_withdraws_and_is_written_down(client, page, focal, address):
    client.force_login(focal)
    empty = client.post(address(page), {"what_happened": " "})
    assert empty.status_code == 400
    assert identity_of(page).withdrawn_at is None

    answer = client.post(address(page), WHAT, follow=True)

    incident = Incident.objects.get()
    assert answer.status_code == 200
    assert WHAT["what_happened"] in answer.text
    assert identity_of(page).withdrawn_at == incident.withdrawn_at
    assert (incident.code, incident.reported_by, incident.listed_to) == (page.identity.code, focal, "public")
    told = AuditEntry.objects.filter(action__in=["withdrawn", "incident reported"]).order_by("pk")
    assert [(each.action, each.by) for each in told] == [("withdrawn", focal), ("incident reported", focal)]
    client.post(address(page), {"what_happened": "Once more."})
    assert Incident.objects.count() == 1


def test_a_withdrawn_entry_keeps_its_day(client, page, focal, address):
    gone_at = withdraw_record(identity=identity_of(page), by=focal).withdrawn_at
    client.force_login(focal)

    client.post(address(page), WHAT)

    assert Incident.objects.get().withdrawn_at == identity_of(page).withdrawn_at == gone_at


def seen_by_reader(narrow, owner):
    """The entry as a member of the owner read it, took it away, and had a mail of it; and it was opened to another."""
    reader = member_of(owner, role="Analyst")
    identity = identity_of(narrow)
    log("read", identity=identity, by=reader)
    log("read", identity=identity, by=reader, way="table")
    Notice.objects.create(
        kind="followed_news", event="news", user=reader, record=narrow.key, state="sent", sent_at=timezone.now()
    )
    Notice.objects.create(kind="followed_news", event="other", user=reader, record=narrow.key, state="stopped")
    guest = OrganisationFactory(name_en="Guest")
    Grant.objects.create(
        identity=identity, organisation=guest, reason="Asked", given_by=reader, starts_at=timezone.now()
    )
    return reader, guest


def test_who_saw_it_when_which_way(client, narrow, focal, owner, address):
    reader, guest = seen_by_reader(narrow, owner)
    client.force_login(focal)
    client.post(address(narrow), WHAT)

    seen = {(each["way"], each["user"], each["organisation"]) for each in Incident.objects.get().seen}
    assert seen == {
        ("page", reader.pk, owner.code), ("table", reader.pk, owner.code), ("mail", reader.pk, owner.code),
        ("opened", None, guest.code),
    }  # fmt: skip
    page = client.get(address(narrow)).text
    rows = page.split('id="seen"')[1]
    assert rows.count("Owner of data, Analyst") == 3
    assert rows.count("Guest") == 1


def test_at_its_end_only_lines_that_came_later_are_new(client, narrow, focal, owner, address):
    reader, guest = seen_by_reader(narrow, owner)
    client.force_login(focal)
    client.post(address(narrow), WHAT)
    before = Incident.objects.get().seen

    now, moved = timezone.now(), OrganisationFactory()
    Grant.objects.filter(organisation=guest).update(ended_at=now, ended_by=focal)
    Membership.objects.filter(member__user=reader).update(organisation=moved)
    late = log("read", identity=identity_of(narrow), by=member_of(owner), way="file")
    client.post(address(narrow, "close"), {"what_was_done": "All were called."})

    after = Incident.objects.get().seen
    assert after[1:] == before
    assert (after[0]["way"], after[0]["user"]) == ("file", late.by_id)


def rows_of(response):
    return list(csv.DictReader(StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))


def test_page_and_file_say_the_same_before_and_after_it_is_closed(client, narrow, focal, owner, address):
    reader = member_of(owner, role="Analyst")
    identity = identity_of(narrow)
    client.force_login(focal)

    def counts():
        page = client.get(address(narrow)).text.split('id="seen"')[1]
        return page.count("Owner of data, Analyst"), len(rows_of(client.get(address(narrow, "seen"))))

    log("read", identity=identity, by=reader)
    found = [counts()]
    client.post(address(narrow), WHAT)
    found.append(counts())
    client.post(address(narrow, "close"), {"what_was_done": "All were called."})
    log("read", identity=identity, by=reader)
    found.append(counts())
    restore_record(identity=identity_of(narrow), by=editor(), second=editor(), reason="It was right.")
    found.append(counts())

    assert found == [(1, 1), (1, 1), (1, 1), (2, 2)]


def test_names_are_for_who_sees_the_log_and_of_who_agreed(client, narrow, focal, owner, address):
    reader = member_of(owner, role="Analyst", is_listed=True)
    reader.first_name, reader.last_name = "Reading", "Person"
    reader.save()
    hidden = member_of(owner, role="Clerk")
    hidden.first_name = "Unlisted"
    hidden.save()
    for each in (reader, hidden):
        log("read", identity=identity_of(narrow), by=each)
    client.force_login(focal)
    client.post(address(narrow), WHAT)

    lines = rows_of(client.get(address(narrow, "seen")))
    assert {line["who"] for line in lines} == {"Reading Person (Owner of data, Analyst)", "Owner of data, Clerk"}

    client.force_login(editor())
    assert "Reading" not in client.get(address(narrow)).text
    sums = rows_of(client.get(address(narrow, "seen")))
    assert sums == [{"organisation": "Owner of data", "way": "Read on a page", "count": "2"}]


def test_of_an_organisation_that_one_may_not_know_of_only_that_it_is_one(client, narrow, focal, owner, address):
    hidden = OrganisationFactory(name_en="Hidden body")
    RecordIdentity.objects.filter(pk=hidden.key).update(listed_to="owner_organisation", details_to="owner_organisation")
    log("read", identity=identity_of(narrow), by=member_of(hidden, role="Analyst"))
    client.force_login(focal)
    client.post(address(narrow), WHAT)

    found = client.get(address(narrow)).text + str(rows_of(client.get(address(narrow, "seen"))))

    assert "Analyst" in found
    assert "an organisation" in found
    assert "Hidden body" not in found
    assert hidden.code not in found


def test_what_leaves_no_line_is_said(client, narrow, focal, address):
    # Published for members, then opened to everyone, then narrowed: card and details apart.
    client.force_login(focal)
    client.post(address(narrow), WHAT)

    table = client.get(address(narrow)).text.split('id="open-to"')[1].split("</section>")[0]

    assert table.count("take it as seen by anyone") == 2
    assert table.count("take it as seen by every member") == 2
    assert table.count("Each read of it left a line") == 2


def test_who_answers_for_it_is_told_without_a_word_of_it(client, page, focal, owner, address):
    other, by_editor = member_of(owner, focal_point=True), editor()
    client.force_login(focal)
    client.post(address(page), WHAT)

    notices = Notice.objects.filter(kind="incident_reported")
    assert {notice.user for notice in notices} == {other, by_editor}
    for notice in notices:
        mail = mail_of(notice)
        assert address(page) in str(mail.body)
        assert "mailing list" not in str(mail.body)
        assert page.title not in str(mail.body)


def test_editors_find_it_until_it_is_closed(client, page, focal, address):
    by_editor = editor()
    client.force_login(focal)
    client.post(address(page), WHAT)
    waiting = [each for each in decisions_for(by_editor) if each.what == "incident"]
    assert [(each.code, each.path) for each in waiting] == [(page.identity.code, address(page))]

    client.force_login(by_editor)
    assert client.post(address(page, "close"), {"what_was_done": ""}).status_code == 400
    client.post(address(page, "close"), {"what_was_done": "All were called."})
    client.post(address(page, "close"), {"what_was_done": "Once more."})

    incident = Incident.objects.get()
    assert (incident.closed_by, incident.what_was_done) == (by_editor, "All were called.")
    assert not [each for each in decisions_for(by_editor) if each.what == "incident"]
    assert "All were called." in client.get(address(page)).text


def test_names_go_with_the_person_and_the_incident_stays(client, narrow, focal, owner, address):
    reader = member_of(owner, role="Analyst", is_listed=True)
    reader.first_name = "Leaving"
    reader.save()
    log("read", identity=identity_of(narrow), by=reader)
    client.force_login(focal)
    client.post(address(narrow), WHAT)
    assert own_data(focal)["incidents_reported"][0]["what_happened"] == WHAT["what_happened"]
    assert "Leaving" in client.get(address(narrow)).text

    erase_account(user=reader, by=None)

    assert "Leaving" not in client.get(address(narrow)).text
    assert len(Incident.objects.get().seen) == 1


def test_the_way_leads_from_the_entry_and_from_withdrawing(client, page, focal, address):
    client.force_login(focal)
    withdrawing = reverse("reviewing:withdraw", args=[page.identity.code])

    for path in (page.get_url(), withdrawing):
        assert f'href="{address(page)}"' in client.get(path).text
    assert f'href="{address(page)}"' in client.post(withdrawing, {"reason": "Wrong."}).text
