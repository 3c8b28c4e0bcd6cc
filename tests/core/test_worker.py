"""A worker says that it lives; the tasks of one that was killed are done by another."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.core.models import WorkerBeat
from portal.core.worker import MOST_ATTEMPTS, SILENCE, beat, free_lost_tasks, living_workers

pytestmark = pytest.mark.django_db


def running_task(*worker_ids):
    return DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=timezone.now(),
        args_kwargs={"args": [], "kwargs": {}},
        task_path="wagtail.tasks.update_reference_index_task",
        worker_ids=list(worker_ids),
        backend_name="default",
        run_after=timezone.now(),
    )


def silent_since(worker_id, age):
    WorkerBeat.objects.create(worker_id=worker_id, seen_at=timezone.now() - age)


def test_a_beat_is_a_sign_of_life():
    beat(worker_id="one")
    beat(worker_id="one")

    assert [worker.worker_id for worker in living_workers()] == ["one"]


def test_a_silent_worker_is_dead_and_after_days_forgotten():
    silent_since("silent", SILENCE + timedelta(seconds=1))
    silent_since("forgotten", timedelta(days=2))

    beat(worker_id="one")

    assert set(living_workers().values_list("worker_id", flat=True)) == {"one"}
    assert set(WorkerBeat.objects.values_list("worker_id", flat=True)) == {"one", "silent"}


def test_only_tasks_of_silent_workers_are_freed():
    silent_since("silent", SILENCE + timedelta(seconds=1))
    lost, unknown = running_task("silent"), running_task("never seen")
    WorkerBeat.objects.create(worker_id="one", seen_at=timezone.now())
    kept = running_task("silent", "one")

    assert free_lost_tasks() == 2

    ready = DBTaskResult.objects.filter(status=TaskResultStatus.READY, started_at=None)
    assert set(ready.values_list("pk", flat=True)) == {lost.pk, unknown.pk}
    assert set(DBTaskResult.objects.running().values_list("pk", flat=True)) == {kept.pk}


def test_a_task_that_killed_its_workers_fails():
    task = running_task(*map(str, range(MOST_ATTEMPTS)))

    free_lost_tasks()

    task.refresh_from_db()
    assert task.status == TaskResultStatus.FAILED
    assert task.exception_class_path == "portal.core.worker.LostWorker"


@pytest.mark.parametrize("losses", [1, MOST_ATTEMPTS])
@pytest.mark.parametrize(
    "meanwhile",
    [
        {"status": TaskResultStatus.SUCCESSFUL},
        {"status": TaskResultStatus.READY, "started_at": None},
        {"worker_ids": ["taken", "by", "another"]},
    ],
)
def test_what_was_done_or_taken_meanwhile_is_left_as_it_is(losses, meanwhile):
    task = running_task(*map(str, range(losses)))
    found = DBTaskResult.objects.filter(pk=task.pk)

    def before_it_is_locked(execute, sql, params, many, context):
        if sql.startswith("SAVEPOINT"):
            found.update(**meanwhile)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(before_it_is_locked):
        assert free_lost_tasks() == 0

    after = found.values("status", "started_at", "worker_ids").get()
    assert after == {
        "status": TaskResultStatus.RUNNING, "started_at": task.started_at, "worker_ids": task.worker_ids, **meanwhile
    }  # fmt: skip
