"""Who speaks for an organisation: one decision, two for an authority, and after a contest."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.utils import timezone

from portal.access.models import AuditEntry
from portal.directory.inviting import invite
from portal.directory.leaving import leave
from portal.directory.models import HandOver, Member, Membership
from portal.directory.speaking import (
    decide_hand_over,
    decide_nomination,
    end_membership,
    freeze,
    name_focal_point,
    nominate,
    start_hand_overs,
)
from portal.notifications.models import Notice
from portal.notifications.posting import tell
from portal.taxonomy.models import OrganisationType
from tests.factories.people import MemberFactory, OrganisationFactory, UserFactory, editor, member_of

pytestmark = pytest.mark.django_db


def authority():
    return OrganisationFactory(kind=OrganisationType.objects.get(key="national_mine_action_authority"))


def speaks(user, organisation):
    return Membership.objects.filter(
        member__user=user, organisation=organisation, is_focal_point=True, is_active=True
    ).exists()


def test_a_focal_point_names_a_deputy_of_the_own_organisation_only():
    mine, other = OrganisationFactory(), OrganisationFactory()
    focal_point, colleague, stranger = member_of(mine, focal_point=True), member_of(mine), member_of(other)

    name_focal_point(organisation=mine, member=colleague.member, by=focal_point, is_deputy=True)
    with pytest.raises(PermissionDenied):
        name_focal_point(organisation=other, member=stranger.member, by=focal_point)
    with pytest.raises(ValidationError):
        name_focal_point(organisation=mine, member=stranger.member, by=focal_point)

    assert Membership.objects.get(member__user=colleague).is_deputy
    assert (speaks(colleague, mine), speaks(stranger, other)) == (True, False)


def test_for_an_authority_it_takes_two_editors_and_a_letter():
    organisation = authority()
    member = member_of(organisation)
    one, two = editor(), editor()
    for by in (one, member_of(organisation, focal_point=True)):
        with pytest.raises(ValidationError):
            name_focal_point(organisation=organisation, member=member.member, by=by)
    with pytest.raises(ValidationError):
        nominate(organisation=organisation, member=member.member, by=one, reference=" ")
    with pytest.raises(PermissionDenied):
        nominate(organisation=organisation, member=member.member, by=member, reference="DG/1")

    nomination = nominate(organisation=organisation, member=member.member, by=one, reference="DG/1")
    for by in (one, member, UserFactory()):
        with pytest.raises(PermissionDenied):
            decide_nomination(nomination=nomination, by=by, approve=True)
    assert not speaks(member, organisation)

    decide_nomination(nomination=nomination, by=two, approve=True)
    assert speaks(member, organisation)
    with pytest.raises(ValidationError):
        decide_nomination(nomination=nomination, by=editor(), approve=False)


@pytest.mark.parametrize("close", [leave, lambda *, user: Member.objects.filter(user=user).update(is_active=False)])
def test_who_has_left_meanwhile_does_not_speak(close):
    organisation, plain = authority(), OrganisationFactory()
    user = member_of(organisation, plain)
    nomination = nominate(organisation=organisation, member=user.member, by=editor(), reference="DG/1")
    close(user=user)

    with pytest.raises(ValidationError):
        decide_nomination(nomination=nomination, by=editor(), approve=True)
    with pytest.raises(ValidationError):
        name_focal_point(organisation=plain, member=user.member, by=editor())
    assert not Membership.objects.filter(is_focal_point=True).exists()
    decide_nomination(nomination=nomination, by=editor(), approve=False)


def test_an_editor_does_not_approve_themselves():
    organisation = authority()
    two = editor(member_of(organisation))
    nomination = nominate(organisation=organisation, member=two.member, by=editor(), reference="DG/1")

    with pytest.raises(PermissionDenied):
        decide_nomination(nomination=nomination, by=two, approve=True)


def test_the_log_keeps_numbers_and_the_letter():
    organisation = authority()
    member, one, two = member_of(organisation), editor(), editor()
    decide_nomination(
        nomination=nominate(organisation=organisation, member=member.member, by=one, reference="DG/1"),
        by=two,
        approve=True,
    )

    entry = AuditEntry.objects.filter(action="focal point named").latest("pk")
    assert entry.by == two
    assert entry.code == organisation.code
    assert entry.detail == {"person": member.pk, "second": one.pk, "reference": "DG/1"}


def test_a_contested_body_is_taken_over_by_two():
    organisation = OrganisationFactory()
    old, successor = member_of(organisation, focal_point=True), MemberFactory()
    one, two = editor(), editor()
    with pytest.raises(PermissionDenied):
        freeze(organisation=organisation, by=old, reason="They say so.")
    with pytest.raises(ValidationError):
        freeze(organisation=organisation, by=one, reason="")
    organisation = freeze(organisation=organisation, by=one, reason="Two claim it.")
    with pytest.raises(PermissionDenied):
        end_membership(organisation=organisation, member=member_of(organisation).member, by=old)

    nomination = nominate(organisation=organisation, member=successor, by=one, reference="Decree 4")
    decide_nomination(nomination=nomination, by=two, approve=True)

    organisation.refresh_from_db()
    assert not organisation.is_frozen
    assert (speaks(old, organisation), speaks(successor.user, organisation)) == (False, True)


def test_six_months_of_absence_start_a_hand_over_once():
    now = timezone.now()
    long_ago = now - timedelta(days=200)
    organisation = OrganisationFactory()
    people = {name: member_of(organisation, focal_point=True) for name in ("gone", "here", "new")}
    member_of(organisation)
    for name, seen in (("gone", long_ago), ("here", now - timedelta(days=100)), ("new", None)):
        people[name].last_login = seen
        people[name].save()
    Membership.objects.exclude(member__user=people["new"]).update(began_at=long_ago)

    assert [start_hand_overs(), start_hand_overs()] == [1, 0]
    hand_over = HandOver.objects.get()
    assert hand_over.member.user == people["gone"]

    with pytest.raises(PermissionDenied):
        decide_hand_over(hand_over=hand_over, by=people["here"], is_gone=True)
    invite(email="a@example.org", by=people["gone"], organisation=organisation)
    invite(email="b@example.org", by=people["here"], organisation=organisation)
    decide_hand_over(hand_over=hand_over, by=editor(), is_gone=True)
    assert [each.email for each in organisation.invitations.open()] == ["b@example.org"]
    assert [speaks(people[name], organisation) for name in ("gone", "here")] == [False, True]


def test_who_is_still_there_is_asked_about_again_after_six_months_only():
    now = timezone.now()
    member_of(OrganisationFactory(), focal_point=True)
    Membership.objects.update(began_at=now - timedelta(days=400))
    start_hand_overs()
    decide_hand_over(hand_over=HandOver.objects.get(), by=editor(), is_gone=False)

    assert [start_hand_overs(now + timedelta(days=days)) for days in (1, 181, 184)] == [0, 0, 1]


def test_mails_that_come_back_start_a_hand_over_once():
    organisation = OrganisationFactory()
    ends = {
        "bounced": ["RCPT 550"],
        "once": ["RCPT 550", "end 250"],
        "fine": ["end 250"],
        # A fault of our own mail server says nothing of who the mail was for.
        "ours": ["MAIL 550", "DATA 554", "end 554"],
    }
    people = {name: member_of(organisation, focal_point=True) for name in ends}
    for name, answers in ends.items():
        for answer in answers:
            tell(kind="join_asked", event=f"{name} {answer}", people=[people[name]])
            end = {"state": "sent" if answer == "end 250" else "refused", "answer": answer, "ended_at": timezone.now()}
            Notice.objects.filter(event=f"{name} {answer}").update(**end)

    call_command("start_hand_overs", verbosity=0)
    call_command("start_hand_overs", verbosity=0)

    (hand_over,) = HandOver.objects.all()
    assert (hand_over.member.user, hand_over.cause) == (people["bounced"], "bounced")
    decide_hand_over(hand_over=hand_over, by=editor(), is_gone=False)
    call_command("start_hand_overs", verbosity=0)
    assert HandOver.objects.count() == 1
