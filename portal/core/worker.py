"""Signs of life of the workers, and the return of tasks that a killed worker left behind.

django-tasks-db leaves such a task RUNNING for ever. Every task of the portal may run twice without doing its work
twice, so a worker that only seemed dead does no harm.
"""

import logging
import threading
from datetime import timedelta

from django.db import DatabaseError, close_old_connections, connection, transaction
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.core.generation import gather_marks
from portal.core.models import WorkerBeat

BEAT = timedelta(seconds=5)
SILENCE = timedelta(seconds=60)
"""After which a worker counts as dead; longer than a write may wait for SQLite's lock (20 seconds)."""
MOST_ATTEMPTS = 3

logger = logging.getLogger("portal.worker")


class LostWorker(RuntimeError):
    """The workers of a task were killed while they did it, `MOST_ATTEMPTS` times."""


def beat(*, worker_id):
    """Notes that a worker lives, forgets those of days ago, frees the tasks of silent ones, gathers marks of writes."""
    now = timezone.now()
    WorkerBeat.objects.update_or_create(worker_id=worker_id, defaults={"seen_at": now})
    WorkerBeat.objects.filter(seen_at__lt=now - timedelta(days=1)).delete()
    free_lost_tasks()
    gather_marks()


def living_workers():
    """The workers that were seen within `SILENCE`."""
    return WorkerBeat.objects.filter(seen_at__gte=timezone.now() - SILENCE)


def free_lost_tasks():
    """Makes tasks READY again whose worker has fallen silent, FAILED at the third loss; returns how many."""
    living = set(living_workers().values_list("worker_id", flat=True))
    lost = [task for task in DBTaskResult.objects.running() if not living & set(task.worker_ids[-1:])]
    return sum(_free(task) for task in lost)


@transaction.atomic
def _free(task):
    """Frees a task unless it was done, or freed and taken by another worker, since it was read; says whether."""
    now = DBTaskResult.objects.select_for_update().filter(pk=task.pk, status=TaskResultStatus.RUNNING).first()
    if now is None or now.worker_ids != task.worker_ids:
        return False
    logger.warning("a task lost its worker", extra={"facts": {"task": now.task_path, "id": str(now.pk)}})
    if len(now.worker_ids) >= MOST_ATTEMPTS:
        now.set_failed(LostWorker(f"its worker was killed {MOST_ATTEMPTS} times"))
    else:
        now.status, now.started_at = TaskResultStatus.READY, None
        now.save(update_fields=["status", "started_at"])
    return True


class Heart(threading.Thread):
    """Beats beside the work, so that a long task is no silence. It ends with its process, or at `stop()`."""

    def __init__(self, worker_id):
        super().__init__(daemon=True, name="heart")
        self.worker_id = worker_id
        self.stopped = threading.Event()

    def run(self):
        while not self.stopped.wait(BEAT.total_seconds()):
            close_old_connections()
            try:
                beat(worker_id=self.worker_id)
            except DatabaseError:
                logger.exception("no sign of life could be written")
        connection.close()

    def stop(self):
        """Ends the beating and says so: the tasks of this worker need no waiting."""
        self.stopped.set()
        self.join()
        WorkerBeat.objects.filter(worker_id=self.worker_id).delete()
