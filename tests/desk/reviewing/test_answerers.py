"""Who is asked whether an entry is still true, and whose answer counts: people of the community who may read it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.desk.reviewing.answer_links import token_for
from portal.desk.reviewing.day import do_the_day
from portal.directory.inviting import begin_membership
from portal.directory.speaking import end_membership, freeze
from portal.records.answerers import answerable, answerers
from portal.records.models import StillTrueQuestion
from portal.records.silence import answer, decide_stale
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
PAST = timezone.localdate() - timedelta(days=1)


def entry(writer=None, listed_to=Level.PUBLIC, **parties):
    page = make_record(title="Roads", review_due_on=PAST, owner=writer)
    decide(page, listed_to=listed_to, **parties)
    return page


def test_who_was_put_out_of_the_community_neither_hears_nor_answers(client):
    writer = member_of()
    page = entry(writer)
    do_the_day()
    question = StillTrueQuestion.objects.get()
    link = f"/still-true/{token_for(question, writer)}/"
    assert client.get(link).status_code == 200

    writer.member.is_active = False
    writer.member.save()

    assert answerers(page.identity, deputies=True) == set()
    assert client.post(link, {"says": "gone"}).status_code == 404
    with pytest.raises(PermissionDenied):
        answer(question=question, by=writer, says="gone")
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize("listed_to", [Level.NAMED, Level.OWNER])
def test_who_wrote_what_they_may_no_longer_read_is_not_asked(listed_to):
    writer, colleague = member_of(), OrganisationFactory()
    page = entry(writer, listed_to)
    assert (answerers(page.identity), answerable([page.identity])) == (set(), set())

    insider = member_of(colleague)
    other = entry(insider, Level.NAMED, custodian=colleague)

    assert (answerers(other.identity), answerable([other.identity])) == ({insider}, {other.key})


def leave(writer, owner):
    end_membership(organisation=owner, member=writer.member, by=writer)
    begin_membership(writer.member, OrganisationFactory())


def contest(_writer, owner):
    freeze(organisation=owner, by=editor(), reason="Two claim it.")


@pytest.mark.parametrize("end", [leave, contest])
def test_who_wrote_for_an_organisation_answers_while_they_belong_to_it_and_nobody_contests_it(client, end):
    owner = OrganisationFactory()
    writer = member_of(owner)
    page = entry(writer, owner=owner)
    do_the_day()
    question = StillTrueQuestion.objects.get()
    link = f"/still-true/{token_for(question, writer)}/"
    assert client.get(link).status_code == 200

    end(writer, owner)

    identity = RecordIdentity.objects.get(pk=page.key)
    assert (answerers(identity, deputies=True), answerable([identity])) == (set(), set())
    assert client.post(link, {"says": "gone"}).status_code == 404
    page.refresh_from_db()
    assert page.live


def test_no_editor_answers_past_who_can_be_asked():
    owner = OrganisationFactory()
    speaker = member_of(owner, focal_point=True)
    page = entry(owner=owner)

    with pytest.raises(PermissionDenied):
        decide_stale(identity=page.identity, by=editor(), says="gone")
    page.refresh_from_db()
    assert page.live

    speaker.member.memberships.update(is_active=False)
    decide_stale(identity=page.identity, by=editor(), says="gone")

    page.refresh_from_db()
    assert not page.live
