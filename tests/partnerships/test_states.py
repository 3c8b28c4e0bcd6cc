"""How far an idea is: only what the vocabulary lets follow, with a reason where it wants one, by who may say so."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.access.enums import Level
from portal.access.services import withdraw_record
from portal.directory.erasing import erase_account
from portal.taxonomy.models import IdeaState
from practices.partnerships.models import IdeaChange
from practices.partnerships.services import change_state
from practices.partnerships.states import MERGED, next_states, stands, state_of_key
from practices.partnerships.timeline import timeline_of
from tests.factories.partnerships import IdeaScene, make_idea
from tests.factories.people import UserFactory, editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return IdeaScene()


def key_of(page):
    return stands(page.key).state.key


def test_exactly_authors_focal_points_and_editors_say_how_far_it_is(scene):
    people = {
        "author": scene.author, "owner's point": scene.owners_point, "editor": editor(),
        "partner's point": scene.partners_point, "stranger": scene.stranger, "no member": UserFactory(),
    }  # fmt: skip
    moved = set()
    for name, user in people.items():
        IdeaChange.objects.all().delete()
        try:
            change_state(identity=scene.identity, to="evaluating", reason="", by=user)
        except PermissionDenied:
            assert key_of(scene.page) == "proposed"
        else:
            moved.add(name)

    assert moved == {"author", "owner's point", "editor"}


STATES = st.sampled_from([
    "proposed", "under_discussion", "evaluating", "accepted", "in_progress", "on_hold", "completed", "declined",
    "abandoned", "withdrawn", "merged", "nonsense",
])  # fmt: skip


@settings(
    max_examples=25, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(steps=st.lists(st.tuples(STATES, st.sampled_from(["", "  ", "Partners agreed."])), max_size=8))
def test_whatever_is_tried_only_moves_of_the_vocabulary_happen_and_the_last_one_is_the_state(scene, steps):
    IdeaChange.objects.all().delete()
    terms = {term.key: term for term in IdeaState.objects.all()}
    expected = ["proposed"]
    for to, reason in steps:
        allowed = terms[expected[-1]].attributes["next_states"].split(";")
        is_right = to in allowed and to != MERGED and (bool(reason.strip()) or not terms[to].flag("needs_reason"))
        try:
            change_state(identity=scene.identity, to=to, reason=reason, by=scene.author)
        except ValidationError:
            assert not is_right
        else:
            assert is_right
            expected.append(to)

        assert key_of(scene.page) == expected[-1]
        assert [step.state.key for step in timeline_of(scene.page, scene.author)] == expected[::-1]


def test_a_reason_says_nothing_that_is_not_for_everybody(scene):
    with pytest.raises(ValidationError) as refused:
        change_state(identity=scene.identity, to="declined", reason="No.", by=scene.author)
    assert list(refused.value.message_dict) == ["to"]
    change_state(identity=scene.identity, to="evaluating", reason="", by=scene.author)

    for reason in ("Ask 33.31520, 44.36610 first.", "x" * 501, ""):
        with pytest.raises(ValidationError) as refused:
            change_state(identity=scene.identity, to="accepted", reason=reason, by=scene.author)
        assert list(refused.value.message_dict) == ["reason"]
    assert key_of(scene.page) == "evaluating"


def test_a_withdrawn_or_unpublished_idea_goes_nowhere(scene):
    scene.page.unpublish()
    with pytest.raises(PermissionDenied):
        change_state(identity=scene.identity, to="evaluating", reason="", by=editor())
    scene.page.get_latest_revision().publish()
    withdraw_record(identity=scene.identity, by=scene.owners_point, reason="Wrong.")

    with pytest.raises(PermissionDenied):
        change_state(identity=scene.identity, to="evaluating", reason="", by=editor())


def test_no_older_version_takes_a_state_back(scene):
    change_state(identity=scene.identity, to="evaluating", reason="", by=scene.author)

    scene.page.revisions.order_by("pk").first().publish()

    assert key_of(scene.page) == "evaluating"


def test_readers_see_organisation_and_name_by_consent(scene):
    member = scene.author.member
    type(scene.author).objects.filter(pk=scene.author.pk).update(first_name="Given", last_name="Name")
    member.role = "Information manager"
    member.save()
    change_state(identity=scene.identity, to="evaluating", reason="We read it.", by=scene.author)

    def said(user):
        return timeline_of(scene.page, user)[0].by

    assert "Given Name" not in said(scene.stranger)
    assert "Information manager" in said(None)
    member.is_listed = True
    member.save()
    assert "Given Name" in said(scene.stranger)
    assert "Given Name" not in said(None)
    erase_account(user=scene.author, by=scene.author)
    assert "Given" not in said(scene.stranger)
    assert timeline_of(scene.page, None)[0].reason == "We read it."


def test_the_list_is_filtered_by_state_and_what_is_looked_for(client, scene):
    page = scene.page
    page.wants_data = True
    page.save_revision().publish()
    make_idea("Another", wants_funding=True)
    change_state(identity=scene.identity, to="under_discussion", reason="", by=scene.author)

    def is_found(query):
        return f">{page.title}</a>" in client.get(f"/partnerships/?{query}").text

    assert [is_found(query) for query in ("", "state=under_discussion", "looking_for=data")] == [True] * 3
    assert [is_found(query) for query in ("state=proposed", "looking_for=funding")] == [False] * 2


def test_a_closed_idea_is_moved_by_nobody_who_may_not_read_it():
    scene = IdeaScene(listed_to=Level.OWNER)

    with pytest.raises(PermissionDenied):
        change_state(identity=scene.identity, to="evaluating", reason="", by=scene.author)


def test_every_state_of_the_vocabulary_leads_to_states_that_there_are():
    for state in IdeaState.objects.all():
        assert {each.key for each in next_states(state)} <= {term.key for term in IdeaState.objects.all()}
    assert next_states(state_of_key("completed")) == []
