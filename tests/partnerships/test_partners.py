"""Partners answer for themselves, once they were told; members support an idea, or their organisation does."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from portal.access.enums import Level
from portal.directory.erasing import erase_account
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from portal.records.merging import merge_organisations
from practices.partnerships.inviting import INVITED
from practices.partnerships.models import IdeaSupport, PartnerAnswer
from practices.partnerships.partners import partners_of
from practices.partnerships.row import row
from practices.partnerships.services import answer_for, change_state, support, take_back_support
from tests.factories.partnerships import IdeaScene, make_idea, partner
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return IdeaScene()


def told(page):
    return set(Notice.objects.filter(kind=INVITED.key, record=page.key).values_list("user", flat=True))


def answers(page):
    return [(each.organisation.name_en, each.answer) for each in partners_of(page)]


def test_exactly_who_speaks_for_an_organisation_answers_for_it(scene):
    people = {
        "point": scene.partners_point, "member": scene.partners_member, "author": scene.author, "editor": editor(),
        "owner's point": scene.owners_point, "stranger": scene.stranger,
    }  # fmt: skip
    answered = set()
    for name, user in people.items():
        try:
            answer_for(identity=scene.identity, organisation=scene.partner, answer="committed", by=user)
        except PermissionDenied:
            continue
        answered.add(name)

    assert answered == {"point"}
    assert answers(scene.page) == [("The partner", "committed")]


def test_the_last_word_counts_and_who_was_not_named_can_come(scene):
    other = OrganisationFactory(name_en="Another")
    for answer in ("interested", "declined"):
        answer_for(identity=scene.identity, organisation=scene.partner, answer=answer, by=scene.partners_point)
    point = member_of(other, focal_point=True)
    answer_for(identity=scene.identity, organisation=other, answer="committed", by=point)

    assert answers(scene.page) == [("The partner", "declined"), ("Another", "committed")]
    assert {str(fact.label): fact.text for fact in row(scene.page)}["Partners"] == "1 committed of 1 sought"
    with pytest.raises(ValidationError):
        answer_for(identity=scene.identity, organisation=other, answer="invited", by=point)


def test_nobody_is_told_twice_nor_of_what_they_may_not_read(scene):
    assert told(scene.page) == {scene.partners_point.pk}
    before = Notice.objects.filter(kind=INVITED.key).count()

    scene.page.save_revision().publish()
    change_state(identity=scene.identity, to="evaluating", reason="", by=scene.author)

    assert Notice.objects.filter(kind=INVITED.key).count() == before == 1
    hidden = IdeaScene(listed_to=Level.OWNER)
    assert not INVITED.may_go_to(hidden.partners_point, hidden.identity, is_published=True)
    assert INVITED.may_go_to(scene.partners_point, scene.identity, is_published=True)


def test_the_mail_names_the_idea_and_leads_there(scene):
    mail = mail_of(Notice.objects.get(kind=INVITED.key))

    assert scene.identity.code in mail.subject
    assert "One form" in mail.body
    assert f"/r/{scene.identity.code}" in mail.body


def test_who_is_named_later_is_told_later_and_an_example_invites_nobody(scene):
    added = OrganisationFactory()
    point = member_of(added, focal_point=True)
    scene.page.organisations.add(partner(added))
    scene.page.save_revision()
    assert point.pk not in told(scene.page)

    scene.page.get_latest_revision().publish()

    assert told(scene.page) == {scene.partners_point.pk, point.pk}
    assert told(make_idea("Example", partners=[added], is_illustrative=True)) == set()


def test_support_counts_once_and_is_taken_back(scene):
    for _ in range(2):
        support(identity=scene.identity, by=scene.stranger)
        support(identity=scene.identity, by=scene.partners_point, organisation=scene.partner)
    support(identity=scene.identity, by=scene.partners_point)
    assert IdeaSupport.objects.count() == 3

    take_back_support(identity=scene.identity, by=scene.partners_point, organisation=scene.partner)

    assert list(IdeaSupport.objects.filter(organisation=None).values_list("by", flat=True)) == [
        scene.stranger.pk, scene.partners_point.pk,
    ]  # fmt: skip


def test_who_speaks_for_nobody_supports_as_a_person_only(scene):
    for user, organisation in (
        (UserFactory(), None), (scene.partners_member, scene.partner), (scene.partners_point, scene.own),
    ):  # fmt: skip
        with pytest.raises(PermissionDenied):
            support(identity=scene.identity, by=user, organisation=organisation)

    assert not IdeaSupport.objects.exists()


def test_who_may_not_read_an_idea_supports_it_neither():
    scene = IdeaScene(details_to=Level.OWNER)
    for user in (scene.author, scene.stranger, scene.partners_point):
        with pytest.raises(PermissionDenied):
            support(identity=scene.identity, by=user)
    support(identity=scene.identity, by=scene.owners_point)

    assert set(IdeaSupport.objects.values_list("by", flat=True)) == {scene.owners_point.pk}


def test_an_idea_that_is_over_takes_no_more_answers(scene):
    change_state(identity=scene.identity, to="withdrawn", reason="", by=scene.author)

    with pytest.raises(ValidationError):
        support(identity=scene.identity, by=scene.stranger)
    with pytest.raises(ValidationError):
        answer_for(identity=scene.identity, organisation=scene.partner, answer="committed", by=scene.partners_point)


def test_a_forgotten_person_supports_nothing_and_their_organisation_goes_on(scene):
    point = scene.partners_point
    support(identity=scene.identity, by=point)
    support(identity=scene.identity, by=point, organisation=scene.partner)
    answer_for(identity=scene.identity, organisation=scene.partner, answer="committed", by=point)

    erase_account(user=point, by=point)

    assert list(IdeaSupport.objects.values_list("organisation", flat=True)) == [scene.partner.pk]
    assert answers(scene.page) == [("The partner", "committed")]


def test_of_two_organisations_that_are_one_the_last_answer_stays(scene):
    double = OrganisationFactory()
    for organisation, answer in ((scene.partner, "interested"), (double, "committed")):
        point = member_of(organisation, focal_point=True)
        answer_for(identity=scene.identity, organisation=organisation, answer=answer, by=point)
        support(identity=scene.identity, by=point, organisation=organisation)

    merge_organisations(keep=scene.partner, drop=double, by=UserFactory(is_superuser=True), reason="One.")

    assert list(PartnerAnswer.objects.values_list("organisation", "answer")) == [(scene.partner.pk, "committed")]
    assert list(IdeaSupport.objects.values_list("organisation", flat=True)) == [scene.partner.pk]
