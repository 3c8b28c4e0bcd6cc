"""The list of what waits for editors: for them alone, without their own, and cheap."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from portal.access.enums import Level
from portal.access.services import ask_restore, withdraw_record
from portal.community.discussing import ask
from portal.community.enums import Complaint
from portal.community.moderating import report
from portal.desk.reviewing import week
from portal.desk.reviewing.mails import write_week
from portal.desk.reviewing.week import Decision, add_decisions, decisions_for
from portal.directory.speaking import nominate, start_hand_over
from portal.notifications.enums import Digest, Mails
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from portal.notifications.wanted import choose_mails
from portal.records import submissions
from portal.records.answerers import answerers
from portal.records.models import Release
from portal.records.silence import without_answerer
from tests.factories.joining import asked
from tests.factories.people import OrganisationFactory, UserFactory, clerk, editor, member_of
from tests.factories.records import decide, make_record
from tests.records.test_queries import queries_of

pytestmark = pytest.mark.django_db
PAST = timezone.localdate() - timedelta(days=1)


def fill(number, by):
    """So many of everything that can wait."""
    for each in range(number):
        page = make_record(title=f"Old {each}")
        submissions.save_draft(page=page, by=by)
        submissions.submit_for_review(page=page, by=by)
        asked(f"{by.pk}-{each}@example.org")
        nominated, gone = OrganisationFactory(), OrganisationFactory()
        nominate(organisation=nominated, member=member_of(nominated).member, by=by, reference="Letter 1")
        start_hand_over(organisation=gone, member=member_of(gone, focal_point=True).member, cause="asked")
        make_record(title=f"Stale {each}", review_due_on=PAST)
        Release.objects.create(
            organisation=OrganisationFactory(), key=page.key, code=page.identity.code, revision=1, is_sampled=True
        )
        gone = make_record(title=f"Gone {each}")
        withdraw_record(identity=gone.identity, by=by)
        ask_restore(identity=gone.identity, by=by, reason="Mended.")
        post = ask(user=member_of(), identity=make_record().identity, text="Where exactly?").posts.get()
        report(user=member_of(), post=post, complaint=Complaint.OTHER)


def test_exactly_editors_find_the_list(client):
    organisation = OrganisationFactory()
    people = {
        "member": member_of(organisation),
        "focal point": member_of(organisation, focal_point=True),
        "no member": UserFactory(),
        "editor": editor(),
        "clerk": clerk(),
    }
    found = set()
    assert client.get(reverse("reviewing:week")).status_code == 302
    for name, user in people.items():
        client.force_login(user)
        status = client.get(reverse("reviewing:week")).status_code
        assert status in (200, 404)
        assert client.post(reverse("reviewing:decide"), {"code": "X", "says": "true"}).status_code == 404
        found |= {name} if status == 200 else set()

    assert found == {"editor", "clerk"}


def test_it_names_all_that_waits_for_somebody_else_than_oneself():
    by, other = editor(), editor()
    fill(1, by)

    assert [line.what for line in decisions_for(other)] == [
        "review", "join", "speaker", "speaker", "stale", "sampled", "restore", "report",
    ]  # fmt: skip
    assert [line.what for line in decisions_for(by)] == ["join", "speaker", "stale", "sampled", "report"]


def test_each_line_leads_to_where_it_is_decided(client):
    other = editor()
    fill(1, editor())
    client.force_login(other)
    text = client.get(reverse("reviewing:week")).text

    for line in decisions_for(other):
        assert line.path in text
        assert client.get(line.path).status_code == 200


def test_in_french_each_leads_to_its_french_page(client):
    other = editor()
    choose_mails(user=other, mails=Mails.ALL, digest=Digest.OFF, language="fr")
    fill(1, editor())
    client.force_login(other)
    page = client.get(f"/fr{reverse('reviewing:week')}").text
    write_week(timezone.localdate())
    mail = mail_of(Notice.objects.get(kind="editors_monday", user=other)).body

    for name, label in (("joining:requests", "join"), ("joining:speakers", "speaker")):
        with override("fr"):
            path, words = reverse(name), str(week.LABELS[label])
        assert path.startswith("/fr/")
        assert f'href="{path}"' in page
        assert settings.SITE_URL + path in mail
        assert words in mail
    assert f'href="{reverse("records_admin:sampled")}"' in page


def test_ones_own_are_left_out_before_the_rest_is_counted(monkeypatch):
    monkeypatch.setattr(week, "MOST", 1)
    by, other = editor(), editor()
    for author, number in ((by, 3), (other, 1)):
        for _each in range(number):
            page = make_record()
            submissions.save_draft(page=page, by=author)
            submissions.submit_for_review(page=page, by=author)

    assert [(each.what, each.code) for each in decisions_for(by)] == [("review", page.identity.code)]


def test_two_or_six_of_everything_take_the_same_queries(client):
    other = editor()
    client.force_login(other)
    fill(2, editor())
    counted = [queries_of(client, reverse("reviewing:week"))]
    fill(4, editor())
    counted.append(queries_of(client, reverse("reviewing:week")))

    assert counted[0] == counted[1]
    assert counted[0] <= 40


def test_asking_of_many_and_of_one_say_the_same():
    """`without_answerer` reads in two queries what `answerers` says of each."""
    owner, keeper = OrganisationFactory(), OrganisationFactory()
    member_of(keeper, focal_point=True)
    deputy = member_of(owner, focal_point=True)
    deputy.member.memberships.update(is_deputy=True)
    for number in range(6):
        page = make_record(title=f"Stale {number}", review_due_on=PAST)
        level = Level.OWNER if number == 0 else Level.PUBLIC
        decide(page, listed_to=level, owner=owner, custodian=keeper if number % 2 else None)
        if number % 3 == 0:
            page.identity.contributors.add(member_of(is_active=number == 0))
    pages = {page.identity.code: page.identity for page in type(page).objects.all()}

    expected = {code for code, identity in pages.items() if not answerers(identity)}
    assert {each.code for each in without_answerer()} == expected
    assert 0 < len(expected) < 6


def test_no_input_breaks_a_decision(client):
    client.force_login(editor())
    code = make_record(review_due_on=PAST).identity.code
    for data in ({"code": "\x00", "says": "true"}, {"code": code, "says": "\x00"}, {"code": code}, {}):
        assert client.post(reverse("reviewing:decide"), data).status_code == 404


def test_other_rooms_add_their_lines(monkeypatch):
    monkeypatch.setattr(week, "_sources", [])
    monkeypatch.setattr(week, "LABELS", dict(week.LABELS))
    add_decisions("report", "Reported", lambda user: [Decision("report", "CS-2345", "/reports/")])

    (line,) = decisions_for(editor())

    assert (line.label, line.path) == ("Reported", "/reports/")
