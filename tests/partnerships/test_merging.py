"""Two ideas that are one: one goes on, with the people of both; the other says where."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from portal.access.drafts import may_write
from portal.access.enums import Level
from practices.partnerships.models import IdeaSupport
from practices.partnerships.partners import partners_of
from practices.partnerships.services import answer_for, change_state, merge_ideas, support
from practices.partnerships.states import stands
from practices.partnerships.timeline import timeline_of
from tests.factories.partnerships import IdeaScene, make_idea
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return IdeaScene()


@pytest.fixture
def other(scene):
    """Of a colleague, and of the same organisation."""
    page = make_idea("Nearly the same")
    decide(page, listed_to=Level.PUBLIC, owner=scene.own, custodian=scene.own)
    page.colleague = member_of(scene.own)
    page.identity.contributors.add(page.colleague)
    return page


def merged(scene, other, by, reason="The same in other words."):
    return merge_ideas(other=other.identity, into=scene.identity, reason=reason, by=by)


def test_who_wrote_answered_and_supports_goes_along(scene, other):
    answering = OrganisationFactory(name_en="Answering")
    point = member_of(answering, focal_point=True)
    answer_for(identity=other.identity, organisation=answering, answer="committed", by=point)
    answer_for(identity=other.identity, organisation=scene.partner, answer="declined", by=scene.partners_point)
    answer_for(identity=scene.identity, organisation=scene.partner, answer="interested", by=scene.partners_point)
    for page in (scene.page, other):
        support(identity=page.identity, by=scene.stranger)
    support(identity=other.identity, by=point)
    support(identity=other.identity, by=point, organisation=answering)
    assert not may_write(other.colleague, scene.identity, is_draft=True)

    merged(scene, other, editor())

    said = [(each.organisation.name_en, each.answer) for each in partners_of(scene.page)]
    assert said == [("The partner", "interested"), ("Answering", "committed")]
    supported = IdeaSupport.objects.filter(identity=scene.page.key)
    assert set(supported.values_list("by", "organisation")) == {
        (scene.stranger.pk, None), (point.pk, None), (point.pk, answering.pk),
    }  # fmt: skip
    assert may_write(other.colleague, scene.identity, is_draft=True)
    assert may_write(scene.author, scene.identity, is_draft=True)


def test_both_timelines_say_it_to_who_may_know_of_the_other_one(scene, other):
    merged(scene, other, scene.owners_point)

    (gone, _), (joined, _) = (timeline_of(page, None) for page in (other, scene.page))
    assert (gone.state.key, gone.other.title, gone.reason) == ("merged", "One form", "The same in other words.")
    assert (joined.is_joined, joined.other.title) == (True, "Nearly the same")
    assert [stands(page.key).state.key for page in (other, scene.page)] == ["merged", "proposed"]
    decide(other, listed_to=Level.OWNER)
    assert [step.is_joined for step in timeline_of(scene.page, None)] == [False]


def test_only_who_may_move_both_makes_one_of_them(scene, other):
    for by in (scene.author, other.colleague, scene.stranger, scene.partners_point):
        with pytest.raises(PermissionDenied):
            merged(scene, other, by)

    assert stands(other.key).state.key == "proposed"


def test_what_is_too_far_over_or_the_same_is_not_merged(scene, other):
    by = editor()
    with pytest.raises(ValidationError):
        merge_ideas(other=other.identity, into=other.identity, reason="", by=by)
    change_state(identity=other.identity, to="evaluating", reason="", by=by)
    with pytest.raises(ValidationError):
        merged(scene, other, by)
    change_state(identity=other.identity, to="withdrawn", reason="", by=by)
    with pytest.raises(ValidationError):
        merge_ideas(other=scene.identity, into=other.identity, reason="", by=by)

    assert stands(scene.page.key).state.key == "proposed"
