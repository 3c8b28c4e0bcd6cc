"""What is sent again, because its answer was lost on the way, is there once; and its readers hear of it once."""

import pytest

from portal.access.enums import Level
from portal.community.discussing import answer, ask, close, take_back
from portal.community.models import Post, Question
from portal.notifications.models import Notice
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    page, owner = make_record(title="Sharing minefields"), OrganisationFactory()
    decide(page, listed_to=Level.PUBLIC, owner=owner)
    page.focal_point = member_of(owner, focal_point=True)
    return page


def test_a_question_is_asked_once(entry):
    asker, other = member_of(OrganisationFactory()), member_of(OrganisationFactory())
    said = {"identity": entry.identity, "text": "Which year?"}
    questions = [ask(user=asker, **said), ask(user=asker, **said)]
    assert (questions[0], Question.objects.count(), Notice.objects.count()) == (questions[1], 1, 1)
    ask(user=other, **said)
    ask(user=asker, identity=make_record(listed_to=Level.PUBLIC).identity, text="Which year?")
    assert Question.objects.count() == 3


def test_an_answer_is_given_once_also_when_the_question_was_closed_by_then(entry):
    question = ask(user=member_of(OrganisationFactory()), identity=entry.identity, text="Which year?")
    said = {"user": entry.focal_point, "question": question, "text": "2025."}
    first = answer(**said)
    close(user=entry.focal_point, question=question)
    assert answer(**said) == first
    assert Post.objects.count() == 2


def test_what_was_taken_back_can_be_said_anew(entry):
    question = ask(user=member_of(OrganisationFactory()), identity=entry.identity, text="Which year?")
    said = {"user": entry.focal_point, "question": question, "text": "2025."}
    take_back(user=entry.focal_point, post=answer(**said))

    assert [answer(**said).state, Post.objects.count()] == ["shown", 3]
