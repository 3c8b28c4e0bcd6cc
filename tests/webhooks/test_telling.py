"""What is told of which change, and that it is told of nothing else."""

import pytest
from django.core.management import call_command

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.services import restrict_access, withdraw_record
from portal.search.models import RecordDocument
from portal.webhooks.learning import learn
from portal.webhooks.models import Delivery, PublicState
from portal.webhooks.sending import send_due
from portal.webhooks.telling import settle_all, tell_of
from tests.factories.people import editor
from tests.factories.records import decide, make_record
from tests.webhooks.conftest import at_once

pytestmark = pytest.mark.django_db
PUBLISHED, CHANGED, WITHDRAWN = "record.published", "record.changed", "record.withdrawn"


def changed(page, **fields):
    """Publishes the page with other words."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_without_a_webhook_nothing_is_written(django_assert_num_queries):
    page = make_record()

    with django_assert_num_queries(1):
        tell_of({page.key})

    assert not PublicState.objects.exists()


def test_what_is_public_when_the_first_is_made_is_not_told(add, receiver):
    page, hidden = make_record(), make_record(listed_to=Level.MEMBERS)
    add()

    public = RecordDocument.objects.filter(listed_rank=0)
    assert set(PublicState.objects.values_list("code", flat=True)) == set(public.values_list("code", flat=True))
    assert page.identity.code in set(public.values_list("code", flat=True))
    assert hidden.identity.code not in set(public.values_list("code", flat=True))
    assert (send_due(), receiver.heard) == (0, [])


def test_until_it_is_known_what_visitors_read_nothing_is_a_change_and_what_goes_is_told(add, receiver):
    page, other = make_record(), make_record()
    add()
    PublicState.objects.update(mark="")
    changed(page, title="Other words")
    decide(other, listed_to=Level.MEMBERS)
    send_due()
    assert receiver.said == [(WITHDRAWN, other.identity.code)]

    changed(page, title="Further words")
    send_due()
    assert receiver.said[1:] == [(CHANGED, page.identity.code)]
    learn.call()
    assert not PublicState.objects.filter(mark="").exists()


def test_it_is_published_changed_and_withdrawn(add, receiver, settings):
    add()
    page = make_record(title="Sharing")
    send_due()
    changed(page, title="Sharing more")
    send_due()
    withdraw_record(identity=page.identity, by=editor())
    send_due()

    code = page.identity.code
    assert receiver.said == [(PUBLISHED, code), (CHANGED, code), (WITHDRAWN, code)]
    assert [each["data"] for each in receiver.taken] == [
        {"code": code, "kind": "case_study", "url": f"{settings.SITE_URL}/r/{code}"},
        {"code": code, "kind": "case_study", "url": f"{settings.SITE_URL}/r/{code}"},
        {"code": code, "kind": "case_study"},
    ]
    assert {each["path"] for each in receiver.taken} == {"/in?from=portal"}


def test_a_narrowing_reads_as_a_withdrawal(add, receiver):
    add()
    withdrawn, narrowed = make_record(), make_record()
    send_due()
    receiver.taken.clear()
    withdraw_record(identity=withdrawn.identity, by=editor())
    restrict_access(identity=narrowed.identity, by=editor(), listed_to=Level.MEMBERS)
    Delivery.objects.filter(state="due").update(at="2026-01-01T00:00Z")
    send_due()

    bodies = [
        each["body"].replace(each["data"]["code"].encode(), b"CODE").replace(each["data"]["kind"].encode(), b"KIND")
        for each in receiver.taken
    ]
    assert [each["data"]["code"] for each in receiver.taken] == [withdrawn.identity.code, narrowed.identity.code]
    assert len(set(bodies)) == 1


@pytest.mark.parametrize("level", [Level.MEMBERS, Level.NAMED, Level.OWNER])
def test_what_not_everybody_may_know_of_is_told_to_nobody(add, receiver, level):
    add()
    page = make_record(listed_to=level)
    changed(page, title="Other words")
    withdraw_record(identity=page.identity, by=editor())

    assert (send_due(), receiver.heard, Delivery.objects.count()) == (0, [], 0)


def test_a_draft_is_not_told(add, receiver):
    add()
    page = make_record(publish=False)
    page.save_revision()

    assert not Delivery.objects.exists()


def test_a_change_that_visitors_do_not_read_is_not_told(add):
    page = make_record(details_to=Level.MEMBERS, decision_note="Where to build")
    add()
    changed(page, decision_note="Where not to build")
    decide(page, listed_to=Level.PUBLIC, details_to=Level.OWNER)
    RecordIdentity.objects.filter(pk=page.key).update(version=9)
    decide(page, listed_to=Level.PUBLIC, details_to=Level.MEMBERS)

    assert not Delivery.objects.exists()


def test_details_that_become_public_are_a_change(add, receiver):
    page = make_record(details_to=Level.MEMBERS)
    add()
    decide(page, listed_to=Level.PUBLIC, details_to=Level.PUBLIC)
    send_due()

    assert receiver.said == [(CHANGED, page.identity.code)]


def test_an_unpublished_and_a_deleted_page_are_withdrawn(add, receiver):
    first, second = make_record(), make_record()
    codes = [first.identity.code, second.identity.code]
    add()
    first.unpublish()
    second.delete()
    send_due()

    assert receiver.said == [(WITHDRAWN, code) for code in codes]


def test_types_and_kinds_are_chosen(add, receiver):
    add(types=[WITHDRAWN])
    of_needs = add(kinds=["need"])
    page = make_record()
    withdraw_record(identity=page.identity, by=editor())
    assert not of_needs.deliveries.exists()

    send_due()
    # The publication never was told to the first: that it is over was not either.
    assert receiver.said == [(WITHDRAWN, page.identity.code)]


def test_several_changes_that_wait_are_one(add, receiver):
    page = make_record()
    add()
    for number in range(3):
        changed(page, title=f"Sharing {number}")
    decide(page, listed_to=Level.MEMBERS)
    decide(page, listed_to=Level.PUBLIC)
    send_due()

    assert receiver.said == [(CHANGED, page.identity.code)]


def test_what_came_and_went_before_it_was_sent_is_not_told(add, receiver):
    add()
    page = make_record()
    decide(page, listed_to=Level.MEMBERS)

    assert (send_due(), receiver.heard) == (0, [])
    assert list(Delivery.objects.values_list("state", flat=True)) == ["dropped"]


def test_it_is_asked_again_when_it_is_sent(add, receiver):
    add()
    page = make_record()
    # Past the portal, so that nothing is written of it.
    RecordIdentity.objects.filter(pk=page.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)

    assert (send_due(), receiver.heard) == (0, [])


def test_a_comparison_finds_what_was_not_told(add, receiver):
    gone, came = make_record(), make_record(listed_to=Level.MEMBERS)
    add()
    assert settle_all() == []
    PublicState.objects.filter(code=gone.identity.code).update(mark="another")
    RecordDocument.objects.filter(identity=came.key).update(listed_rank=0)
    RecordIdentity.objects.filter(pk=came.key).update(listed_to=Level.PUBLIC)
    call_command("compare_webhooks", verbosity=0)
    at_once()

    assert set(receiver.said) == {(CHANGED, gone.identity.code), (PUBLISHED, came.identity.code)}
