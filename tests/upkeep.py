"""Tasks at once, but for Wagtail's own upkeep of each saved page, which a fifth of all queries in the tests were for.

Both write what only the admin reads: its search for pages, and where something is used while nobody has published yet
(what readers get of files is written down by portal.records.file_uses). A test of these asks for `wagtail_upkeep`.
"""

from django_tasks.backends.immediate import ImmediateBackend

UPKEEP = frozenset({"wagtail.tasks.update_reference_index_task", "modelsearch.tasks.insert_or_update_object_task"})


class AtOnce(ImmediateBackend):
    """Runs what is enqueued, and Wagtail's upkeep only while `keeps_up`."""

    keeps_up = False

    def enqueue(self, task, args, kwargs):
        if self.keeps_up or task.module_path not in UPKEEP:
            return super().enqueue(task, args, kwargs)
        return None
