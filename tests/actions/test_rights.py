"""Who may do what with an action."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from events.actions.enums import State
from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.rights import may_change, may_report
from events.actions.services import carry_over, change_several, hand_on, open_action, report_progress
from portal.access.changes import announce
from portal.access.enums import Action, Level, TextSensitivity
from portal.access.policy import can
from portal.records.models import RecordOrganisation, RecordPage
from portal.taxonomy.models import Country, ParticipantRole
from tests.factories.actions import day, make_action, make_event
from tests.factories.people import OrganisationFactory, UserFactory, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


def test_each_may_what_is_theirs(scene):
    person = member_of(OrganisationFactory())
    FollowUpAction.objects.filter(pk=scene.action.pk).update(person=person)
    action = FollowUpAction.objects.get(pk=scene.action.pk)
    people = {
        "maker": scene.maker, "facilitator": scene.facilitator, "focal point": scene.focal_point,
        "editor": scene.editor, "person": person, "colleague": scene.colleague, "stranger": scene.stranger,
        "account": UserFactory(), "visitor": None,
    }  # fmt: skip

    assert {who for who, user in people.items() if may_report(user, action)} == {
        "maker", "facilitator", "focal point", "editor", "person",
    }  # fmt: skip
    assert {who for who, user in people.items() if may_change(user, action)} == {
        "maker", "facilitator", "focal point", "editor",
    }  # fmt: skip


def test_who_may_not_know_of_it_may_do_nothing(scene):
    decide(scene.action, listed_to=Level.OWNER, owner=scene.organisation, custodian=None)

    assert may_report(scene.focal_point, scene.action)
    assert not may_report(scene.facilitator, scene.action)
    assert not may_change(scene.maker, scene.action)


def test_nobody_decides_for_an_organisation_that_is_contested(scene):
    assert may_change(scene.focal_point, scene.action)
    scene.organisation.frozen_at = timezone.now()
    scene.organisation.save()

    assert not may_change(type(scene.focal_point).objects.get(pk=scene.focal_point.pk), scene.action)


def test_an_account_without_membership_opens_nothing():
    with pytest.raises(PermissionDenied):
        make_action(by=UserFactory())


def test_it_is_for_members_and_narrower_where_its_author_says_so(scene):
    closed = make_action(by=scene.maker, organisation=scene.organisation, sensitivity=TextSensitivity.HIGH)
    wide = make_action(by=scene.maker, level=Level.PUBLIC)
    levels = [(each.identity.listed_to, each.identity.details_to) for each in (scene.action, closed, wide)]

    assert levels == [(Level.MEMBERS, Level.MEMBERS), (Level.MEMBERS, Level.NAMED), (Level.MEMBERS, Level.MEMBERS)]
    assert can(scene.colleague, Action.READ, closed)
    assert not can(scene.stranger, Action.READ, closed)
    assert not can(None, Action.KNOW, scene.action)


@pytest.mark.parametrize(
    "words",
    [{"title": "Clear 33.31520, 44.36610"}, {"details": "At 33.31520, 44.36610"}, {"title": "See www.example.org"}],
)
def test_words_that_must_not_stand_there_are_refused_at_their_field(words):
    with pytest.raises(ValidationError) as refused:
        make_action(**words)

    assert set(refused.value.error_dict) == set(words)
    assert FollowUpAction.objects.count() == 0


def test_it_is_handed_on_to_who_can_see_it(scene):
    decide(scene.action, listed_to=Level.NAMED, owner=scene.organisation)
    with pytest.raises(ValidationError) as refused:
        hand_on(action=scene.action, by=scene.focal_point, organisation=OrganisationFactory())

    assert set(refused.value.error_dict) == {"organisation"}


def test_of_several_what_cannot_be_stays_whole_and_the_others_are_done(scene):
    others = [scene.action, make_action(by=scene.maker), make_action(by=scene.maker)]
    changed = change_several(actions=others, by=scene.maker, due_on=day(50), state=State.DROPPED)
    assert (changed.updates, set(changed.refused), set(changed.errors().error_dict)) == (0, set(others), {"note"})
    assert FollowUpAction.objects.filter(due_on=day(50)).count() == 0

    report_progress(action=others[0], by=scene.maker, state=State.DONE, note="Sent.")
    changed = change_several(actions=others, by=scene.maker, due_on=day(40), state=State.IN_PROGRESS)
    assert (changed.updates, set(changed.refused)) == (4, {others[0]})
    (sentence,) = changed.errors().message_dict["state"]
    assert sentence.startswith(f"{others[0].code}: ")
    states = dict(FollowUpAction.objects.values_list("pk", "state"))
    assert states == {others[0].pk: "done", others[1].pk: "in_progress", others[2].pk: "in_progress"}
    assert set(FollowUpAction.objects.values_list("pk", "due_on")) == {
        (others[0].pk, day(30)), (others[1].pk, day(40)), (others[2].pk, day(40)),
    }  # fmt: skip


def test_several_are_changed_by_who_may_change_each_of_them(scene):
    others = [scene.action, make_action(by=scene.maker), make_action(by=scene.maker)]
    with pytest.raises(PermissionDenied):
        change_several(actions=[*others, make_action()], by=scene.maker, due_on=day(50))
    assert FollowUpAction.objects.filter(due_on=day(50)).count() == 0

    change_several(actions=others, by=scene.maker, due_on=day(50), state=State.DROPPED, note="The project is over.")
    assert set(FollowUpAction.objects.values_list("due_on", "state")) == {(day(50), "dropped"), (day(30), "open")}


def test_carrying_over_is_for_who_runs_the_event_and_happens_once(scene):
    to = make_event("The next workshop", owner=scene.host)
    done = make_action(by=scene.maker, origin=Origin(event=scene.event))
    FollowUpAction.objects.filter(pk=done.pk).update(state=State.DONE)
    both = [scene.action, done]
    for user in (scene.maker, scene.focal_point):
        with pytest.raises(PermissionDenied):
            carry_over(actions=both, to_event=to, by=user)

    assert carry_over(actions=both, to_event=to, by=scene.facilitator) == [scene.action]
    assert carry_over(actions=both, to_event=to, by=scene.facilitator) == []
    scene.action.refresh_from_db()
    assert (scene.action.carried_over, scene.action.event_id, scene.action.origin_event) == (1, to.pk, scene.event)


def test_what_one_may_not_know_of_is_not_carried(scene):
    to = make_event("The next workshop", owner=scene.host)
    decide(scene.action, listed_to=Level.OWNER, owner=scene.organisation, custodian=None)

    with pytest.raises(PermissionDenied):
        carry_over(actions=[scene.action], to_event=to, by=scene.facilitator)


def test_countries_and_sectors_are_those_of_what_it_came_out_of(scene):
    page = RecordPage.objects.get(translation_key=scene.event.pk)
    page.countries.set([Country.objects.get(key="irq")])
    page.save()
    announce(page.key)
    made = open_action(
        by=scene.maker, title="Go on", organisation=scene.organisation, due_on=day(), origin=Origin(event=scene.event)
    )

    assert [each.key for each in made.countries.all()] == ["irq"]


def test_who_hands_several_on_changes_the_rest_of_them_with_it(scene):
    other = OrganisationFactory()
    both = [make_action(by=scene.maker, organisation=scene.organisation) for _ in range(2)]
    change_several(
        actions=both, by=scene.focal_point, due_on=day(50), organisation=other, state=State.DONE, note="They did it."
    )

    assert set(FollowUpAction.objects.values_list("due_on", "organisation", "state")) == {(day(50), other.pk, "done")}


def test_whom_the_event_names_as_facilitators_follow_up_what_came_of_it(scene):
    named, other = OrganisationFactory(), OrganisationFactory()
    page = RecordPage.objects.get(translation_key=scene.event.pk)
    for organisation, role in ((named, "facilitator"), (other, "participant")):
        RecordOrganisation.objects.create(
            record=page, organisation=organisation, role=ParticipantRole.objects.get(key=role)
        )

    assert [may_change(member_of(each), scene.action) for each in (named, other)] == [True, False]
