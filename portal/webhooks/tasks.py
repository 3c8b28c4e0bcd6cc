"""Background work: tasks take ids, call one service and may run twice."""

from django.tasks import task
from django_tasks_db.models import DBTaskResult

from portal.webhooks.sending import send_due
from portal.webhooks.states import due


@task()
def send_webhooks():
    """Sends what is due; what another worker has claimed is left to it, what takes longer to the next task."""
    send_due()
    wake()


def wake():
    """Has a worker send what is due, unless one is asked to already."""
    if due().exists() and not DBTaskResult.objects.ready().filter(task_path=send_webhooks.module_path).exists():
        send_webhooks.enqueue()
