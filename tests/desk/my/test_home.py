"""`/my/`: each person finds what waits for them, and nothing else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.access.enums import Level
from portal.directory import waiting
from portal.directory.models import HandOver
from portal.directory.speaking import freeze, start_hand_over
from portal.directory.waiting import Line, Place, add_lines
from tests.factories.joining import asked
from tests.factories.needs import make_holding
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
SIGNED_IN = {
    "focal point", "staff", "other focal point", "member of nothing", "former member", "editor", "clerk",
}  # fmt: skip


def texts(answer, place):
    return {str(line.text): line.count for line in answer.context["lines"][place]}


def test_it_is_for_who_signed_in(who_gets, page_of):
    assert who_gets("home") == SIGNED_IN
    assert page_of(None, "home")["Location"].startswith("/accounts/login/")


def test_it_is_never_stored(page_of, focal):
    assert page_of(focal, "home")["Cache-Control"] == "private, no-store"


def test_ones_own_drafts_wait_and_nobody_elses(page_of, people):
    mine, theirs = (make_record(title=title, publish=False) for title in ("Mine to finish", "Theirs to finish"))
    mine.identity.contributors.add(people["staff"])
    theirs.identity.contributors.add(people["focal point"])

    answer = page_of(people["staff"], "home")

    assert [entry.code for entry in answer.context["to_do"]] == [mine.identity.code]
    assert "Theirs to finish" not in answer.text


def test_what_is_published_is_own_work_with_the_day_it_is_late_since(page_of, people):
    day = timezone.localdate() - timedelta(days=3)
    late, in_time = make_record(title="Late", review_due_on=day), make_record(title="In time")
    for page in (late, in_time):
        page.identity.contributors.add(people["staff"])

    rows = page_of(people["staff"], "home").context["own"]

    assert {row.entry.title: row.late_since for row in rows} == {"Late": day, "In time": None}


def test_focal_points_see_what_their_organisation_has_published(page_of, people, organisation):
    decide(make_holding(title="Ours"), listed_to=Level.OWNER, owner=organisation)
    decide(make_holding(title="Not ours"), listed_to=Level.PUBLIC)

    shown = {who: page_of(user, "home") for who, user in people.items() if user}

    assert {who for who, answer in shown.items() if "Ours" in answer.text} == {"focal point"}
    assert {who for who, answer in shown.items() if "Not ours" in answer.text} == set()


def test_what_a_focal_point_does_is_offered_while_nobody_contests_it(client, page_of, focal, organisation):
    def offered():
        text = page_of(focal, "home").text
        paths = [f"{reverse(name)}?organisation={organisation.code}" for name in ("joining:people", "my:hand-over")]
        return [path for path in paths if path in text and client.get(path).status_code == 200]

    assert len(offered()) == 2
    freeze(organisation=organisation, by=editor(), reason="Two say that they speak for it.")

    text = page_of(focal, "home").text
    assert "/hand-over/" not in text
    assert reverse("joining:people") not in text


def test_requests_to_join_wait_for_who_can_decide_them(page_of, people, organisation):
    asked(organisation_name=organisation.name_en)

    waiting_for = {who for who, user in people.items() if user and texts(page_of(user, "home"), "mine")}

    assert waiting_for == {"focal point", "editor", "clerk"}
    assert texts(page_of(people["focal point"], "home"), "mine") == {"Requests to join that you can decide": 1}
    assert texts(page_of(people["editor"], "home"), "mine") == {"What waits for editors": 1}


def test_editors_always_find_their_week_and_from_there_the_review_queue(page_of, people, client):
    found = {who for who, user in people.items() if user and 'href="/review/"' in page_of(user, "home").text}
    client.force_login(people["editor"])

    week = client.get("/review/").text

    assert found == {"editor", "clerk"}
    assert f'href="{reverse("review_queue:index")}"' in week
    assert client.get(reverse("review_queue:index")).status_code == 200


def test_editors_count_what_they_look_after(page_of, people):
    make_record(review_due_on=timezone.localdate() - timedelta(days=1))

    counted = {who: texts(page_of(user, "home"), "editors") for who, user in people.items() if user}

    assert {who for who, lines in counted.items() if lines} == {"editor", "clerk"}
    assert counted["editor"] == {
        "Invite": None,
        "Entries that nobody has confirmed in time": 1,
        "Entries that are linked with no other": 1,
    }


def test_hand_overs_wait_for_editors(page_of, people, organisation):
    start_hand_over(organisation=organisation, member=people["focal point"].member, cause=HandOver.Cause.ABSENT)

    assert texts(page_of(people["editor"], "home"), "mine") == {"What waits for editors": 1}
    assert texts(page_of(people["staff"], "home"), "mine") == {}


def test_other_apps_add_their_lines(page_of, focal, monkeypatch):
    monkeypatch.setattr(waiting, "_readers", {})
    add_lines("trial", lambda user: [Line(f"For {user.pk}", "/there/", place=Place.FOLLOWED, note="<b>Why</b>")])

    answer = page_of(focal, "home")

    assert f'<a href="/there/">For {focal.pk}</a>' in answer.text
    assert "&lt;b&gt;Why" in answer.text


@pytest.mark.parametrize("who", ["focal point", "editor"])
def test_the_number_of_queries_is_the_same_for_any_number_of_rows(people, organisation, who, counted):
    numbers = []
    for _more in range(2):
        for _each in range(3):
            page = make_holding()
            decide(page, listed_to=Level.MEMBERS, owner=organisation)
            page.identity.contributors.add(people[who])
            make_record(publish=False).identity.contributors.add(people[who])
        numbers.append(counted(people[who], "home"))

    assert numbers[0] == numbers[1]


def test_the_menu_leads_there(client, focal):
    client.force_login(focal)

    assert '<a href="/my/">My work</a>' in client.get("/about/").text
    client.logout()
    assert "/my/" not in client.get("/about/").text


def test_a_focal_point_asks_to_hand_over(client, organisation, focal, who_gets):
    url = f"{reverse('my:hand-over')}?organisation={organisation.code}"
    assert who_gets("hand-over", organisation=organisation.code) == {"focal point"}
    assert HandOver.objects.count() == 0

    client.force_login(focal)
    for _twice in range(2):
        client.post(url)

    assert list(HandOver.objects.values_list("organisation", "member", "cause")) == [
        (organisation.pk, focal.member.pk, "asked")
    ]


def test_nobody_hands_over_for_others(client, organisation):
    client.force_login(member_of(OrganisationFactory(), focal_point=True))

    assert client.post(f"{reverse('my:hand-over')}?organisation={organisation.code}").status_code == 404
    assert HandOver.objects.count() == 0
