"""Invitations: answered by a link without an account, by nobody else; who has not answered is reminded once."""

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from events.attending.board import board_of
from events.attending.enums import CameBy
from events.attending.links import answer_path
from events.attending.mails import told_of_invitation
from events.attending.models import EventInvitation, Participant
from events.attending.reminding import remind
from events.attending.services import answer_invitation, invite, invite_again, revoke
from events.attending.services.inviting import Invitee
from events.models import EventPage
from portal.access.enums import Level
from portal.notifications.models import Notice
from portal.taxonomy.models import Sector
from tests.factories.attending import Coming, in_days
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db
COMING = {"answer": "coming", "name": "A guest", "note": "By train"}


@pytest.fixture
def scene():
    return Coming()


def answers():
    return list(EventInvitation.objects.order_by("pk").values_list("answer", flat=True))


def test_a_link_is_read_without_effect_answers_once_more_and_ends_when_taken_back(scene):
    invitation, client = scene.invited(), Client()
    path = answer_path(invitation)
    assert client.get(path).status_code == client.head(path).status_code == 200
    assert (answers(), Participant.objects.count()) == ([""], 0)
    assert client.post(path, COMING).status_code == 200
    assert (answers(), Participant.objects.get().name) == (["coming"], "A guest")
    assert client.post(path, {**COMING, "answer": "not_coming"}).status_code == 200
    assert (answers(), Participant.objects.count()) == (["not_coming"], 0)
    assert client.post(path, {"answer": "perhaps"}).status_code == 400

    revoke(invitation=invitation, by=scene.runner)
    assert [client.get(path).status_code, client.post(path, COMING).status_code] == [404, 404]
    assert answers() == ["not_coming"]


def test_a_link_of_something_else_or_before_a_new_one_is_absent(scene):
    invitation, other = scene.invited(), Coming().invited("other@elsewhere.example")
    path, client = answer_path(invitation), Client()
    token = path.rstrip("/").rpartition("/")[2]
    number, rest = token.split(".", 1)
    assert number == invitation.key.hex
    forged = [
        path.replace(token, f"{other.key.hex}.{rest}"),
        path.replace(token, number),
        path[:-3] + "/",
        "/invited/x/",
    ]
    invite_again(invitation=invitation, by=scene.runner)

    assert [client.post(each, COMING).status_code for each in (path, *forged)] == [404] * 5
    assert answers() == ["", ""]
    assert client.post(answer_path(EventInvitation.objects.get(pk=invitation.pk)), COMING).status_code == 200
    assert answers() == ["coming", ""]


def test_after_the_event_consent_alone_can_be_given_and_taken_back(scene):
    invitation = scene.invited()
    answer_invitation(invitation=invitation, link_key=invitation.link_key, answer="coming", name="A guest")
    EventPage.objects.update(starts_on=in_days(-3), ends_on=in_days(-2))
    path, client = answer_path(invitation), Client()

    seen = []
    for sent in ({"answer": "not_coming", "is_listed": "on"}, {"answer": "not_coming"}):
        assert client.post(path, sent).status_code == 200
        seen.append((answers(), Participant.objects.get().is_listed))
    assert seen == [(["coming"], True), (["coming"], False)]


def test_consent_needs_a_name_and_is_no_until_it_is_given(scene):
    invitation = scene.invited()
    said = {"invitation": invitation, "link_key": invitation.link_key, "answer": "coming"}
    answer_invitation(**said)
    with pytest.raises(ValidationError) as refused:
        answer_invitation(**said, is_listed=True)

    assert set(refused.value.message_dict) == {"name"}
    person = Participant.objects.get()
    assert (person.is_listed, person.came_by) == (False, CameBy.ANSWER)


def test_who_runs_the_event_invites_each_address_once_and_nobody_else_does(scene):
    people = [Invitee("a@elsewhere.example"), Invitee("A@elsewhere.example"), Invitee("b@elsewhere.example")]
    said = {"event": scene.event, "invitees": people}
    assert len(invite(by=scene.runner, **said)) == 2
    assert invite(by=scene.runner, **said) == []
    for stranger in (member_of(OrganisationFactory(), focal_point=True), None):
        with pytest.raises(PermissionDenied):
            invite(by=stranger, **said)

    assert Notice.objects.filter(kind="event_invited").count() == 2


def test_every_wrong_line_is_said_at_once_and_the_page_is_for_who_runs_it(scene):
    url, client = reverse("attending:invitations", args=[scene.page.slug]), Client()
    client.force_login(member_of(OrganisationFactory()))
    assert client.get(url).status_code == 404
    client.force_login(scene.runner)
    people = "A Name <a@elsewhere.example>\nnobody\nb@elsewhere.example\nc@x, d@y"
    answer = client.post(url, {"people": people, "language": "fr"})

    assert answer.status_code == 400
    assert [line.partition("”")[0] for line in answer.context["form"].errors["people"]] == [
        "Line 2, “nobody", "Line 4, “c@x, d@y",
    ]  # fmt: skip
    assert EventInvitation.objects.count() == 0
    client.post(url, {"people": "A Name <a@elsewhere.example>", "language": "fr"})
    made = EventInvitation.objects.get()
    assert (made.email, made.name, made.language) == ("a@elsewhere.example", "A Name", "fr")
    assert "A Name" in client.get(url).text


def test_who_has_not_answered_is_reminded_once_in_the_last_week(scene):
    waiting = scene.invited(answer_by=in_days(10))
    answered = scene.invited("b@elsewhere.example", answer_by=in_days(10))
    scene.invited("c@elsewhere.example")
    scene.invited("d@elsewhere.example", answer_by=in_days(5))
    answer_invitation(invitation=answered, link_key=answered.link_key, answer="maybe")

    assert [remind(in_days(number)) for number in (2, 3, 3, 4, 10, 11)] == [0, 1, 0, 0, 0, 0]
    assert Notice.objects.get(kind="event_answer_due").address == waiting.email


def test_a_mail_names_the_event_where_members_may_know_of_it_and_stops_with_the_link(scene):
    def told(scene):
        invitation = scene.invited()
        facts = {"invitation": invitation.pk, "link_key": invitation.link_key}
        return invitation, facts, told_of_invitation(None, facts)["invitation"].label

    invitation, facts, label = told(scene)
    assert scene.page.title in label
    assert told(Coming(title="A secret", listed_to=Level.OWNER, details_to=Level.OWNER))[2].startswith("EV-")
    revoke(invitation=invitation, by=scene.runner)
    assert told_of_invitation(None, facts) is None


def test_board_tells_who_runs_it_everything_and_others_numbers_from_three_up(scene):
    first, second = Sector.objects.all()[:2]
    late = OrganisationFactory(name_en="The late ones")
    rows = [scene.invited(f"{n}@elsewhere.example", sector=first) for n in range(6)]
    scene.invited("few@elsewhere.example", sector=second, organisation=late)
    for row in rows[:3]:
        answer_invitation(invitation=row, link_key=row.link_key, answer="coming")

    full = {line.sector: line for line in board_of(scene.page, is_full=True).lines}
    assert (full[first].answers.invited, full[first].answers.coming, full[first].answers.waiting) == (6, 3, 3)
    assert full[second].unanswered == ["The late ones"]
    reader = board_of(scene.page, is_full=False)
    assert [(line.sector, line.answers.invited, line.answers.coming, line.unanswered) for line in reader.lines] == [
        (first, 6, 3, []),
    ]  # fmt: skip
    # The one person of the second sector would be the difference.
    assert reader.whole.invited is None
    answer_invitation(invitation=rows[3], link_key=rows[3].link_key, answer="coming")
    assert board_of(scene.page, is_full=False).lines[0].answers.coming is None
    EventInvitation.objects.filter(pk__gte=rows[2].pk).delete()
    assert board_of(scene.page, is_full=False) is None


@pytest.mark.parametrize(("second", "whole"), [(0, None), (1, None), (4, 9), (8, None), (10, 15)])
def test_the_whole_tells_nobody_of_a_sector_whose_number_is_not_told(scene, second, whole):
    """Of ten who are invited each, five of the first sector come, and `second` of the other one."""
    for sector, coming in zip(Sector.objects.all()[:2], (5, second), strict=True):
        for number in range(10):
            row = scene.invited(f"{sector.key}-{number}@elsewhere.example", sector=sector)
            if number < coming:
                answer_invitation(invitation=row, link_key=row.link_key, answer="coming")
    board = board_of(scene.page, is_full=False)

    assert sorted(line.answers.coming or 0 for line in board.lines) == sorted([5, second if whole else 0])
    assert (board.whole.invited, board.whole.coming) == (20, whole)


def test_the_page_of_the_event_shows_the_board_to_each_as_far_as_it_goes(scene):
    late = OrganisationFactory(name_en="The late ones")
    scene.invited(organisation=late)
    client = Client()
    assert "Who is invited, who comes" not in client.get(scene.page.url).text
    client.force_login(scene.runner)

    text = client.get(scene.page.url).text

    assert ("The late ones" in text, "guest@elsewhere.example" in text) == (True, False)


def test_writing_again_that_is_sent_again_writes_once(scene):
    before = scene.invited()
    client = Client()
    client.force_login(scene.runner)
    (shown,) = client.get(reverse("attending:invitations", args=[scene.page.slug])).context["invitations"]
    url = reverse("attending:invitation", args=[scene.page.slug, before.key])
    keys = [before.link_key]
    for _ in range(2):
        assert client.post(url, {"again": "yes", "stamp": shown.stamp}).status_code == 302
        keys.append(EventInvitation.objects.get().link_key)

    assert keys[0] != keys[1] == keys[2]
    assert Notice.objects.filter(kind="event_invited").count() == 2


def test_nobody_is_written_to_again_and_again(scene):
    cache.clear()
    invitation, client = scene.invited(), Client()
    client.force_login(scene.runner)
    path = reverse("attending:invitation", args=[scene.page.slug, invitation.key])
    for _ in range(5):
        client.post(path, {"again": "yes"})
    assert Notice.objects.filter(address=invitation.email).count() == 1 + 3

    client.post(path, {"revoke": "yes"})
    again = {"people": invitation.email, "language": "en"}
    answer = client.post(reverse("attending:invitations", args=[scene.page.slug]), again)
    assert (answer.status_code, "Enough was written there today" in answer.text) == (400, True)
    assert Notice.objects.filter(address=invitation.email).count() == 1 + 3


def test_links_that_are_none_shut_out_nobody_of_the_same_network(scene, settings):
    settings.ACCOUNT_RATE_LIMITS = {"answer_link": "3/h/key", "answer_link_wrong": "4/h/ip"}
    path, client = answer_path(scene.invited()), Client(REMOTE_ADDR="203.0.113.8")

    forged = [client.post(f"/invited/x{number}/").status_code for number in range(6)]
    genuine = [client.post(path, COMING).status_code for _each in range(4)]

    assert forged == [404] * 4 + [429] * 2
    assert genuine == [200] * 3 + [429]
    assert client.get(path).status_code == 200
