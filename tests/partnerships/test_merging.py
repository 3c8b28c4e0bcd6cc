"""Two ideas that are one: one goes on, with the people of both; the other says where."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from portal.access.drafts import may_write
from portal.access.enums import Action, Level
from portal.access.policy import can
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from practices.partnerships.inviting import ASKED_AGAIN
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


def said_of(page):
    return [(each.organisation.name_en, each.answer) for each in partners_of(page)]


def merged(scene, other, by, reason="The same in other words."):
    return merge_ideas(other=other.identity, into=scene.identity, reason=reason, by=by)


def test_who_wrote_and_supports_goes_along_and_organisations_speak_for_themselves(scene, other):
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

    assert said_of(scene.page) == [("The partner", "interested")]
    assert said_of(other) == [("Answering", "committed"), ("The partner", "declined")]
    supported = IdeaSupport.objects.filter(identity=scene.page.key)
    assert set(supported.values_list("by", "organisation")) == {(scene.stranger.pk, None), (point.pk, None)}
    assert may_write(other.colleague, scene.identity, is_draft=True)
    assert may_write(scene.author, scene.identity, is_draft=True)


def test_an_organisation_that_was_in_is_asked_what_it_says_of_the_one_that_goes_on(scene, other):
    points = {}
    for name, answer in (("In", "committed"), ("Out", "declined"), ("Supporting", None), ("In both", "interested")):
        organisation = OrganisationFactory(name_en=name)
        points[name] = member_of(organisation, focal_point=True)
        said = {"organisation": organisation, "by": points[name]}
        if answer:
            answer_for(identity=other.identity, answer=answer, **said)
        else:
            support(identity=other.identity, **said)
    both = points["In both"]
    own = both.member.memberships.get().organisation
    answer_for(identity=scene.identity, organisation=own, answer="interested", by=both)

    merged(scene, other, scene.owners_point)

    told = Notice.objects.filter(kind=ASKED_AGAIN.key, record=scene.page.key)
    assert set(told.values_list("user", flat=True)) == {points["In"].pk, points["Supporting"].pk}
    mail = mail_of(told.first())
    assert other.identity.code in mail.body
    assert "was not carried over" in mail.body


@pytest.mark.parametrize(("listed_to", "details_to"), [(Level.NAMED, Level.NAMED), (Level.MEMBERS, Level.OWNER)])
def test_an_idea_goes_on_under_none_that_more_people_see(scene, other, listed_to, details_to):
    decide(scene.page, listed_to=Level.MEMBERS, details_to=Level.NAMED, owner=scene.own, custodian=scene.own)
    decide(other, listed_to=listed_to, details_to=details_to, owner=scene.own, custodian=scene.own)

    with pytest.raises(ValidationError) as refused:
        merged(scene, other, scene.owners_point)

    assert set(refused.value.error_dict) == {"into"}
    assert stands(other.key).state.key == "proposed"


def test_who_may_not_read_the_one_that_goes_on_does_not_write_there(scene, other):
    decide(scene.page, listed_to=Level.OWNER, details_to=Level.OWNER, owner=scene.own, custodian=scene.own)

    merged(scene, other, scene.owners_point)

    assert not can(other.colleague, Action.READ, scene.identity)
    assert can(other.colleague, Action.READ, other.identity)


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
