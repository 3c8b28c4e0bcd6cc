"""The decision: by the owner alone, by the keeper with a letter, by the link of a mail, and when two are needed."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.access.enums import Action
from portal.access.models import Grant
from portal.access.policy import can
from portal.directory.models import Membership
from practices.requests import services
from practices.requests.enums import State, Way
from practices.requests.models import Approval
from practices.requests.services import Letter
from tests.factories.people import editor
from tests.factories.requests import Scene, reason, soon

pytestmark = pytest.mark.django_db
LETTER = Letter("DG/2026/114", timezone.localdate())


def reads(user, scene):
    return can(type(user).objects.get(pk=user.pk), Action.READ, scene.identity)


def test_the_owner_opens_it_to_who_asked_until_the_day():
    scene = Scene()
    request = scene.ask(until=soon(30))

    request = services.approve(request=request, by=scene.owners_point)

    assert request.state == State.APPROVED
    assert (reads(scene.asker, scene), reads(scene.colleague, scene)) == (True, False)
    assert timezone.localdate(request.grant.until) == soon(31)


def test_for_the_whole_organisation_when_it_was_asked_so():
    scene = Scene()

    services.approve(request=scene.ask(for_all_of_it=True), by=scene.owners_point)

    assert (reads(scene.asker, scene), reads(scene.colleague, scene), reads(scene.stranger, scene)) == (
        True, True, False,
    )  # fmt: skip


def test_conditions_and_an_earlier_end_are_told():
    scene = Scene()

    request = services.approve(
        request=scene.ask(until=soon(30)), by=scene.owners_point, conditions="Not printed.", until=soon(10)
    )

    assert request.state == State.APPROVED_CONDITIONALLY
    assert timezone.localdate(request.grant.until) == soon(11)
    assert request.steps.last().note == "Not printed."


def test_a_later_end_than_asked_is_refused():
    scene = Scene()

    with pytest.raises(ValidationError) as refused:
        services.approve(request=scene.ask(until=soon(30)), by=scene.owners_point, until=soon(31))

    assert set(refused.value.error_dict) == {"until"}


def test_a_keeper_decides_for_an_owner_with_a_letter_only_and_an_editor_agrees():
    scene = Scene()
    request = scene.ask()

    with pytest.raises(ValidationError) as refused:
        services.approve(request=request, by=scene.keepers_point)
    assert set(refused.value.error_dict) == {"letter_number"}
    request = services.approve(request=request, by=scene.keepers_point, letter=LETTER)

    assert (request.state, reads(scene.asker, scene)) == (State.SUBMITTED, False)
    services.agree(approval=Approval.objects.get(), by=scene.editor, agrees=True)
    assert reads(scene.asker, scene)
    grant = Grant.objects.get()
    assert grant.given_by == scene.keepers_point


def test_nobody_is_the_second_of_their_own_approval_nor_for_their_own_request():
    scene = Scene()
    services.approve(request=scene.ask(), by=scene.keepers_point, letter=LETTER)
    approval = Approval.objects.get()

    # Being an editor, too, does not help.
    for person in (editor(scene.keepers_point), editor(scene.asker), scene.owners_point):
        with pytest.raises(PermissionDenied):
            services.agree(approval=approval, by=person, agrees=True)

    assert not Grant.objects.exists()


def test_an_editor_who_does_not_agree_leaves_it_waiting():
    scene = Scene(is_owned=False)
    request = services.approve(request=scene.ask(), by=scene.keepers_point)

    services.agree(approval=Approval.objects.get(), by=scene.editor, agrees=False)

    request.refresh_from_db()
    assert (request.state, Approval.objects.count(), Grant.objects.count()) == (State.SUBMITTED, 0, 0)


def test_by_a_mail_it_holds_when_the_same_person_confirms():
    scene = Scene()
    request = services.approve(request=scene.ask(), by=scene.owners_point, way=Way.MAIL)
    approval = Approval.objects.get()

    assert (request.state, reads(scene.asker, scene)) == (State.SUBMITTED, False)
    with pytest.raises(PermissionDenied):
        services.confirm(approval=approval, by=scene.keepers_point)
    request = services.confirm(approval=approval, by=scene.owners_point)

    assert (request.state, request.steps.last().way) == (State.APPROVED, Way.MAIL)
    assert reads(scene.asker, scene)


def test_what_was_decided_meanwhile_cannot_be_confirmed():
    scene = Scene()
    request = scene.ask()
    services.approve(request=request, by=scene.owners_point, way=Way.MAIL)
    approval = Approval.objects.get()

    services.refuse(request=request, by=scene.owners_point, reason=reason())

    with pytest.raises(PermissionDenied):
        services.confirm(approval=approval, by=scene.owners_point)
    assert not reads(scene.asker, scene)


def test_a_refusal_has_a_coded_reason():
    scene = Scene()
    request = scene.ask()

    with pytest.raises(ValidationError) as refused:
        services.refuse(request=request, by=scene.owners_point, reason=None)
    assert set(refused.value.error_dict) == {"reason"}
    request = services.refuse(request=request, by=scene.owners_point, reason=reason("small_numbers"), note="Sorry.")

    assert (request.state, request.steps.last().reason.key) == (State.REFUSED, "small_numbers")


@pytest.mark.parametrize("person", ["asker", "askers_point", "colleague", "owners_member", "stranger", "editor"])
def test_nobody_else_decides(person):
    scene = Scene()
    request = scene.ask()

    for act, facts in ((services.approve, {}), (services.refuse, {"reason": reason()})):
        with pytest.raises(PermissionDenied):
            act(request=request, by=getattr(scene, person), **facts)


def test_who_speaks_for_both_sides_does_not_decide_what_they_asked():
    scene = Scene()
    request = scene.ask()
    Membership.objects.create(member=scene.asker.member, organisation=scene.owner, is_focal_point=True)
    both = type(scene.asker).objects.get(pk=scene.asker.pk)

    with pytest.raises(PermissionDenied):
        services.approve(request=request, by=both)


def test_a_contested_owner_decides_nothing():
    scene = Scene()
    request, point = scene.ask(), scene.owners_point
    scene.owner.frozen_at = timezone.now()
    scene.owner.save()
    now = type(point).objects.get(pk=point.pk)

    with pytest.raises(PermissionDenied):
        services.approve(request=request, by=now)


def test_to_who_left_the_organisation_nothing_is_opened():
    scene = Scene()
    request = scene.ask()
    Membership.objects.filter(member__user=scene.asker).update(is_active=False)

    with pytest.raises(ValidationError) as refused:
        services.approve(request=request, by=scene.owners_point)

    assert "does not belong" in refused.value.messages[0]
    assert not Grant.objects.exists()
