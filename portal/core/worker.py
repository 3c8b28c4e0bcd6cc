"""Signs of life of the workers, and the return of tasks that a killed worker left behind.

django-tasks-db leaves such a task RUNNING for ever. Every task of the portal may run twice without doing its work
twice, so a worker that only seemed dead does no harm.
"""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial

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


class Repeated(threading.Thread):
    """Does `work()` every `pause` seconds beside the tasks. It ends with its process, or at `stop()`."""

    def __init__(self, name: str, pause: float, work: Callable[[], None]):
        super().__init__(daemon=True, name=name)
        self.pause, self.work = pause, work
        self.stopped = threading.Event()

    def run(self):
        while not self.stopped.wait(self.pause):
            close_old_connections()
            try:
                self.work()
            except DatabaseError:
                logger.exception("work beside the tasks was cut off", extra={"facts": {"work": self.name}})
        connection.close()

    def stop(self):
        """Ends the work after what it is at."""
        self.stopped.set()
        self.join()


class Heart(Repeated):
    """Beats beside the work, so that a long task is no silence."""

    def __init__(self, worker_id):
        super().__init__("heart", BEAT.total_seconds(), partial(beat, worker_id=worker_id))
        self.worker_id = worker_id

    def stop(self):
        """Ends the beating and says so: the tasks of this worker need no waiting."""
        super().stop()
        WorkerBeat.objects.filter(worker_id=self.worker_id).delete()


_beside: list[tuple[str, float, Callable[[], None]]] = []


def beside_tasks(name: str, pause: float, work: Callable[[], None]) -> None:
    """Has each worker do `work()` every `pause` seconds, however long its tasks take."""
    _beside.append((name, pause, work))


def threads_of(worker_id) -> list[Repeated]:
    """What a worker does beside its tasks, not yet started."""
    return [Heart(worker_id), *(Repeated(*each) for each in _beside)]
