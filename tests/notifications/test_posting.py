"""An event is told to each person once, in the transaction of what it tells of."""

import pytest
from django.db import IntegrityError, transaction

from portal.notifications.enums import State
from portal.notifications.models import Notice
from portal.notifications.posting import tell, write_to
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_each_person_is_told_once(mailoutbox, django_capture_on_commit_callbacks):
    one, two = UserFactory(), UserFactory()

    with django_capture_on_commit_callbacks(execute=True):
        assert tell(kind="try_must", event="e:1", people=[one, two, one], facts={"what": "this"}) == 2
        assert tell(kind="try_must", event="e:1", people=[one, two]) == 0
        assert tell(kind="try_must", event="e:2", people=[two]) == 1

    assert sorted((mail.to[0], mail.subject) for mail in mailoutbox) == sorted(
        [(one.email, "Try this"), (two.email, "Try this"), (two.email, "Try")]
    )
    assert {mail.extra_headers["Message-ID"] for mail in mailoutbox} == set(
        Notice.objects.values_list("message_id", flat=True)
    )


def test_an_address_is_told_once_however_it_is_written(mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for address in ("Guest@example.org", " guest@example.org "):
            write_to(kind="try_always", event="e:1", address=address, language="en")

    assert [mail.to for mail in mailoutbox] == [["guest@example.org"]]


def told_and_failed():
    with transaction.atomic():
        tell(kind="try_must", event="e:1", people=[UserFactory()])
        raise RuntimeError


def test_what_is_taken_back_tells_nobody(mailoutbox, django_capture_on_commit_callbacks):
    with pytest.raises(RuntimeError), django_capture_on_commit_callbacks(execute=True):
        told_and_failed()

    assert (list(Notice.objects.all()), mailoutbox) == ([], [])


def test_the_database_keeps_one_of_two_that_are_written_at_once():
    user = UserFactory()
    tell(kind="try_must", event="e:1", people=[user])

    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(kind="try_must", event="e:1", user=user)


def test_the_worker_is_woken_once_a_transaction(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        for number in range(3):
            tell(kind="try_must", event=f"e:{number}", people=[UserFactory()])

    assert [callback.__name__ for callback in callbacks].count("_wake") == 1
    assert set(Notice.objects.values_list("state", flat=True)) == {State.DUE}


def test_an_unknown_kind_and_an_endless_event_are_refused():
    with pytest.raises(KeyError):
        tell(kind="nothing_such", event="e", people=[UserFactory()])
    with pytest.raises(ValueError, match="at most 200"):
        tell(kind="try_must", event="e" * 201, people=[UserFactory()])
