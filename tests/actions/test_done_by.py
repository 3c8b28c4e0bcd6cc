"""Who does an action: a member who is chosen, or somebody with an address alone."""

import pytest
from django.test import Client

from events.actions.models import FollowUpAction
from portal.access.enums import Level
from tests.factories.actions import day, make_action
from tests.factories.mails import mails_to
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db
NEW = "/actions/new/"


def named(user, first, last):
    user.first_name, user.last_name = first, last
    user.save()
    return user


@pytest.fixture
def doer(scene):
    return named(member_of(scene.organisation, is_listed=True, role="Officer"), "Demo", "Doer")


@pytest.fixture
def writing(scene):
    client = Client()
    client.force_login(scene.maker)
    return client


def said(scene, **more):
    return {
        "title": "Ask the ministry", "organisation": scene.organisation.code, "due_on": day(20).isoformat(),
        "level": "members", "names_person": "no", "names_place": "no", "tells_unpublished": "no", **more,
    }  # fmt: skip


def choices(response):
    return {label for _key, label in response.context["form"].fields["person"].choices} - {"—"}


def test_a_member_is_chosen_and_hears_of_it(scene, writing, doer):
    unlisted = named(member_of(scene.organisation), "Not", "Listed")
    shown = writing.get(NEW)
    assert choices(shown) >= {f"Demo Doer · Officer · {scene.organisation.short_name}"}
    assert not any("Not Listed" in label for label in choices(shown))
    assert writing.post(NEW, said(scene, person=unlisted.member.contact_key)).status_code == 400
    assert writing.post(NEW, said(scene, person=doer.member.contact_key)).status_code == 302

    made = FollowUpAction.objects.get()
    assert (made.person, made.person_email) == (doer, "")
    assert mails_to(doer.email) == ["action_given"]


def test_one_of_the_two_and_nothing_typed_is_lost(scene, writing, doer):
    both = said(scene, person=doer.member.contact_key, person_email="who@elsewhere.example")
    answer = writing.post(NEW, both)
    text = answer.content.decode()

    assert (answer.status_code, FollowUpAction.objects.count()) == (400, 0)
    assert "Name a member or an e-mail address, not both." in text
    assert f'value="{doer.member.contact_key}" selected' in text
    assert "who@elsewhere.example" in text


def test_who_could_not_see_it_is_in_charge_of_nothing(scene, writing):
    outside = named(member_of(OrganisationFactory(), is_listed=True), "From", "Outside")
    answer = writing.post(NEW, said(scene, person=outside.member.contact_key, level=Level.NAMED.value))

    assert (answer.status_code, FollowUpAction.objects.count()) == (400, 0)
    assert "This member could not see the action." in answer.content.decode()


def test_it_is_handed_on_from_person_to_person(scene, writing, doer):
    unlisted = named(member_of(scene.organisation), "Not", "Listed")
    action = make_action(by=scene.maker, organisation=scene.organisation, person=unlisted)
    path, words = f"{action.get_absolute_url()}hand-on/", {"due_on": action.due_on.isoformat(), "note": ""}
    # Who does it already may stay.
    form = writing.get(path).context["form"]
    assert str(form.initial["person"]) == "Not Listed"
    same = {"organisation": scene.organisation.code, "person": unlisted.member.contact_key, **words}
    assert writing.post(path, same).status_code == 302
    action.refresh_from_db()
    assert (action.person, action.updates.count()) == (unlisted, 1)

    assert writing.post(path, {**same, "person": doer.member.contact_key}).status_code == 302
    action.refresh_from_db()
    assert (action.person, [each.act for each in action.updates.all()]) == (doer, ["open", "hand_on"])
    other = OrganisationFactory()
    elsewhere = {**same, "person": doer.member.contact_key, "organisation": other.code}
    assert writing.post(path, elsewhere).status_code == 302
    action.refresh_from_db()
    assert (action.organisation, action.person) == (other, None)


def test_choosing_takes_as_many_queries_however_many_members_there_are(scene, writing, django_assert_max_num_queries):
    for number in range(12):
        named(member_of(OrganisationFactory(), is_listed=True), "Member", str(number))
    writing.get(NEW)
    with django_assert_max_num_queries(25):
        assert len(choices(writing.get(NEW))) >= 12
