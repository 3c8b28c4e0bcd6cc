"""What silence leads to, and how an owner ends it by one click of a link in a mail."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.access.models import AuditEntry, RecordIdentity
from portal.access.services import withdraw_record
from portal.desk.reviewing.answer_links import token_for
from portal.desk.reviewing.day import do_the_day
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from portal.records.confirming import CONFIRMED, confirm
from portal.records.models import Answer, Stage, StillTrueQuestion, unconfirmed_keys
from portal.records.silence import answer, ask_due, decide_stale, without_answerer
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = timezone.localdate()
MONDAY_MAIL = "editors_monday"


@pytest.fixture
def owner():
    return OrganisationFactory()


@pytest.fixture
def speaker(owner):
    return member_of(owner, focal_point=True)


@pytest.fixture
def page(owner):
    page = make_record(title="Roads", review_due_on=TODAY - DAY)
    decide(page, listed_to=Level.PUBLIC, owner=owner)
    return page


def in_days(number):
    do_the_day(timezone.now() + number * DAY)


def told():
    """Pairs of the stage and who was told of it, in order."""
    return [(notice.facts["stage"], notice.user) for notice in Notice.objects.filter(kind="still_true").order_by("pk")]


def deputy_of(organisation):
    user = member_of(organisation, focal_point=True)
    user.member.memberships.update(is_deputy=True)
    return user


def address(user):
    return f"/still-true/{token_for(StillTrueQuestion.objects.get(), user)}/"


def test_the_owner_then_the_deputy_then_unconfirmed_then_out_of_view(page, owner, speaker):
    deputy = deputy_of(owner)
    seen = []
    for day in range(130):
        in_days(day)
        page.refresh_from_db()
        now = timezone.now() + day * DAY
        is_unconfirmed = page.key in set(unconfirmed_keys(now))
        seen.append((day, len(told()), is_unconfirmed, page.live))

    changes = [row for before, row in zip([None, *seen], seen, strict=False) if before is None or before[1:] != row[1:]]
    assert changes == [(0, 1, False, True), (21, 3, False, True), (42, 5, True, True), (120, 7, True, False)]
    assert set(told()) == {
        ("asked", speaker),
        *((stage, person) for stage in ("deputy", "unconfirmed", "archived") for person in (speaker, deputy)),
    }


@pytest.mark.parametrize("says", Answer.values)
def test_reading_the_link_changes_nothing_and_one_click_does(page, speaker, client, says):
    in_days(0)
    client.get(address(speaker))
    assert StillTrueQuestion.objects.get().answered_at is None

    assert client.post(address(speaker), {"says": says, "sure": "yes"}).status_code == 200

    page.refresh_from_db()
    due = {"true": TODAY + 365 * DAY, "changed": TODAY + 60 * DAY, "gone": TODAY - DAY}[says]
    assert (page.live, page.review_due_on) == (says != "gone", due)
    assert StillTrueQuestion.objects.get().answer == says
    line = AuditEntry.objects.get(action__in=[CONFIRMED, "asked whether still true"])
    assert (line.by, line.action == CONFIRMED) == (speaker, says == "true")
    in_days(50)
    assert [stage for stage, _ in told()] == ["asked"]


def test_the_link_and_the_button_note_the_same(page, speaker, client):
    """The signed link, without signing in, and “Still true” of `/my/`, signed in."""
    in_days(0)
    other = make_record(title="Bridges", review_due_on=TODAY - DAY)
    decide(other, listed_to=Level.PUBLIC, owner=page.identity.owner)
    client.post(address(speaker), {"says": "true"})
    client.force_login(speaker)
    client.post(reverse("my:confirm", args=[other.identity.code]))

    noted = []
    for each in (page, other):
        each.refresh_from_db()
        log = AuditEntry.objects.filter(identity=each.identity, action=CONFIRMED).values_list("by", "detail")
        noted.append((each.reviewed_on, each.review_due_on, *log))
    assert noted[0] == noted[1] == (TODAY, TODAY + 365 * DAY, (speaker.pk, {"on": TODAY.isoformat()}))


def test_after_the_button_the_link_asks_no_more(page, speaker, client):
    in_days(0)
    link = address(speaker)
    confirm(identity=page.identity, by=speaker)

    client.post(link, {"says": "gone", "sure": "yes"})

    page.refresh_from_db()
    assert (page.live, StillTrueQuestion.objects.get().answer) == (True, "true")


def test_an_answer_is_not_undone_by_the_draft_behind_it(page, speaker, client):
    page.title = "Roads, in other words"
    page.save_revision()
    in_days(0)
    client.post(address(speaker), {"says": "true"})

    CaseStudyPage.objects.get(pk=page.pk).get_latest_revision().publish()

    page.refresh_from_db()
    assert (page.title, page.review_due_on) == ("Roads, in other words", TODAY + 365 * DAY)


def test_a_link_is_for_one_person_while_they_speak_for_it(page, owner, speaker, client):
    in_days(0)
    good = address(speaker)
    stranger = address(member_of(OrganisationFactory(), focal_point=True))
    assert client.get(stranger).status_code == client.post(stranger, {"says": "gone", "sure": "yes"}).status_code == 404
    assert client.get(good.replace("still-true/", "still-true/0")).status_code == 404

    speaker.member.memberships.update(is_active=False)

    assert client.post(good, {"says": "gone", "sure": "yes"}).status_code == 404
    page.refresh_from_db()
    assert page.live


def test_of_what_is_for_few_the_page_and_the_mail_say_no_title(page, owner, speaker, client):
    decide(page, listed_to=Level.OWNER, owner=owner)
    in_days(0)

    assert "Roads" not in client.get(address(speaker)).text
    mail = mail_of(Notice.objects.get(kind="still_true"))
    assert "Roads" not in mail.subject + mail.body
    assert page.identity.code in mail.subject


def test_the_second_answer_is_refused(page, speaker, owner):
    in_days(0)
    question = StillTrueQuestion.objects.get()
    answer(question=question, by=speaker, says="true")

    with pytest.raises(PermissionDenied):
        answer(question=question, by=deputy_of(owner), says="gone")
    page.refresh_from_db()
    assert page.live


def test_what_is_withdrawn_or_confirmed_otherwise_is_asked_no_more(page, owner, speaker):
    in_days(0)
    withdraw_record(identity=page.identity, by=editor())
    for day in (1, 22, 130):
        in_days(day)

    assert [stage for stage, _ in told()] == ["asked"]
    assert not StillTrueQuestion.objects.open().exists()


def test_what_nobody_can_answer_for_waits_for_an_editor_and_is_never_taken_away(page):
    RecordIdentity.objects.filter(pk=page.key).update(owner=None)
    for day in (0, 130, 400):
        in_days(day)
    page.refresh_from_db()
    assert page.live
    assert [each.code for each in without_answerer()] == [page.identity.code]

    first, second = editor(), editor()
    with pytest.raises(PermissionDenied):
        decide_stale(identity=page.identity, by=member_of(), says="true")
    decide_stale(identity=page.identity, by=first, says="true")
    with pytest.raises(PermissionDenied):
        decide_stale(identity=page.identity, by=second, says="gone")

    page.refresh_from_db()
    assert (page.live, without_answerer()) == (True, [])


@pytest.mark.parametrize("was_asked", ["and nobody answered", "and it was no longer held"])
def test_what_is_published_again_is_asked_about_again_after_a_year(page, speaker, client, was_asked):
    in_days(0)
    if was_asked == "and nobody answered":
        in_days(130)
    else:
        client.post(address(speaker), {"says": "gone", "sure": "yes"})
    page = CaseStudyPage.objects.get(pk=page.pk)
    assert not page.live

    page.get_latest_revision().publish()

    page.refresh_from_db()
    assert (page.live, page.review_due_on) == (True, TODAY + 365 * DAY)
    assert page.key not in set(unconfirmed_keys(timezone.now() + 130 * DAY))
    assert not StillTrueQuestion.objects.open().exists()
    assert [len(ask_due(TODAY + day * DAY)) for day in (1, 131, 366)] == [0, 0, 1]


def test_asking_twice_asks_once(page, speaker):
    assert [len(ask_due()), len(ask_due())] == [1, 0]
    assert [do_the_day(), do_the_day()] == [1, 0]


def test_editors_hear_once_a_week_and_only_when_something_waits(page):
    reader = editor()
    now = timezone.now()
    monday = now - now.weekday() * DAY
    RecordIdentity.objects.filter(pk=page.key).update(withdrawn_at=now)
    do_the_day(monday)
    assert not Notice.objects.filter(kind=MONDAY_MAIL).exists()

    RecordIdentity.objects.filter(pk=page.key).update(withdrawn_at=None)
    for day in range(7):
        do_the_day(monday + day * DAY)
    assert Notice.objects.filter(kind=MONDAY_MAIL, user=reader).count() == 1
    do_the_day(monday + 7 * DAY)
    assert Notice.objects.filter(kind=MONDAY_MAIL, user=reader).count() == 2
    mail = mail_of(Notice.objects.filter(kind=MONDAY_MAIL).first())
    assert page.identity.code in mail.body
    assert "/review/" in mail.body


@settings(max_examples=200)
@given(waited=st.integers(0, 2000), more=st.integers(0, 2000))
def test_a_stage_never_goes_back_and_ends_with_an_answer(waited, more):
    order = list(Stage)
    now = timezone.now()
    question = StillTrueQuestion(due_on=TODAY, asked_at=now - waited * DAY)

    assert order.index(question.stage(now)) <= order.index(question.stage(now + more * DAY))
    question.answered_at = now
    assert question.stage(now + more * DAY) is None
