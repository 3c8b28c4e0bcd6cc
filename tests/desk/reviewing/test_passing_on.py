"""The page of “Is it still true?”: what it shows, that nothing is lost by one click, and to whom it is passed on."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.desk.reviewing.answer_links import token_for
from portal.desk.reviewing.day import do_the_day
from portal.notifications.models import Notice
from portal.records.answerers import answerers
from portal.records.models import StillTrueQuestion
from portal.records.silence import answer, pass_on
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timezone.timedelta(days=1)


@pytest.fixture
def owner():
    return OrganisationFactory()


@pytest.fixture
def speaker(owner):
    return member_of(owner, focal_point=True)


@pytest.fixture
def page(owner, speaker):
    page = make_record(title="Roads", summary="Roads that were cleared", review_due_on=YESTERDAY)
    decide(page, listed_to=Level.PUBLIC, owner=owner)
    do_the_day()
    return page


def question():
    return StillTrueQuestion.objects.get()


def address(user):
    return f"/still-true/{token_for(question(), user)}/"


def told():
    return sorted(notice.user.pk for notice in Notice.objects.filter(kind="still_true"))


def fresh(user):
    return type(user).objects.get(pk=user.pk)


def test_the_page_shows_the_card_and_a_way_to_the_entry(page, speaker, client):
    text = client.get(address(speaker)).text

    assert "Roads that were cleared" in text
    assert f'/r/{page.identity.code}"' in text


def test_of_what_is_for_few_it_shows_no_word_of_the_card(page, owner, speaker, client):
    decide(page, listed_to=Level.OWNER, owner=owner)

    text = client.get(address(speaker)).text

    assert "Roads" not in text
    assert f'/r/{page.identity.code}"' in text


def test_no_longer_held_is_asked_once_more(page, speaker, client):
    asked = client.post(address(speaker), {"says": "gone"})
    page.refresh_from_db()
    assert (asked.status_code, page.live, question().answered_at) == (200, True, None)
    assert 'name="sure"' in asked.text

    done = client.post(address(speaker), {"says": "gone", "sure": "yes"})

    page.refresh_from_db()
    assert (page.live, question().answer) == (False, "gone")
    assert "/my/" in done.text


def test_it_is_passed_on_to_another_organisation_which_answers(page, owner, speaker, client):
    other = OrganisationFactory()
    others = member_of(other, focal_point=True)
    member_of(other)
    assert client.get(address(others)).status_code == 404

    answered = client.post(address(speaker), {"says": "pass_on", "to": other.code})

    assert answered.status_code == 200
    assert f"who speaks for {other.name} is asked" in answered.text
    assert told() == sorted([speaker.pk, others.pk])
    assert AuditEntry.objects.get(action="passed on whether still true").detail == {"to": other.code}
    client.post(address(others), {"says": "true"})
    assert question().answer == "true"
    assert "Thank you" in client.get(address(others)).text


def test_others_of_the_own_organisation_are_asked_without_naming_it(page, owner, speaker, client):
    deputy = member_of(owner, focal_point=True)
    deputy.member.memberships.update(is_deputy=True)

    client.post(address(speaker), {"says": "pass_on", "to": "own"})

    assert question().passed_to == owner
    assert told() == sorted([speaker.pk, deputy.pk])


def test_it_opens_the_entry_to_nobody(page, owner, speaker, client):
    other = OrganisationFactory()
    others = member_of(other, focal_point=True)
    decide(page, listed_to=Level.PUBLIC, details_to=Level.OWNER, owner=owner)

    with pytest.raises(ValidationError):
        pass_on(question=question(), by=fresh(speaker), to=other)
    refused = client.post(address(speaker), {"says": "pass_on", "to": other.code})

    assert refused.status_code == 400
    assert "Nobody speaks for it here who may read this entry" in refused.text
    assert question().passed_to is None
    assert fresh(others) not in answerers(page.identity, deputies=True)


def test_what_nobody_may_know_of_is_no_choice(page, speaker, client):
    hidden = OrganisationFactory()
    member_of(hidden, focal_point=True)
    decide(hidden, listed_to=Level.OWNER)

    text = client.get(address(speaker)).text

    assert hidden.code not in text
    assert client.post(address(speaker), {"says": "pass_on", "to": hidden.code}).status_code == 400


def test_who_is_not_asked_passes_nothing_on_and_nobody_once_it_is_answered(page, owner, speaker):
    other = OrganisationFactory()
    stranger = member_of(other, focal_point=True)
    with pytest.raises(PermissionDenied):
        pass_on(question=question(), by=stranger, to=other)
    answer(question=question(), by=speaker, says="true")

    with pytest.raises(PermissionDenied):
        pass_on(question=question(), by=speaker, to=other)
