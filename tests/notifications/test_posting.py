"""An event is told to each person once, in the transaction of what it tells of."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

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


@pytest.mark.parametrize(("status", "sent"), [(TaskResultStatus.READY, 0), (TaskResultStatus.RUNNING, 1)])
def test_the_worker_is_asked_once_until_it_begins(status, sent, mailoutbox, django_capture_on_commit_callbacks):
    DBTaskResult.objects.create(
        status=status,
        started_at=timezone.now() if status == TaskResultStatus.RUNNING else None,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="portal.notifications.tasks.send_mail",
        worker_ids=["one"],
        backend_name="default",
        run_after=timezone.now(),
    )

    with django_capture_on_commit_callbacks(execute=True):
        tell(kind="try_must", event="e", people=[UserFactory()])

    assert len(mailoutbox) == sent


def test_an_unknown_kind_and_an_endless_event_are_refused():
    with pytest.raises(KeyError):
        tell(kind="nothing_such", event="e", people=[UserFactory()])
    with pytest.raises(ValueError, match="at most 200"):
        tell(kind="try_must", event="e" * 201, people=[UserFactory()])
