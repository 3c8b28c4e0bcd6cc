"""Background work: tasks take ids, call one service and may run twice."""

from django.tasks import task
from django_tasks_db.models import DBTaskResult

from portal.notifications.sending import send_due
from portal.notifications.states import due


@task()
def send_mail():
    """Sends what is due; what another worker has claimed is left to it."""
    send_due()


def wake():
    """Has a worker send what is due, unless one is asked to already."""
    if due().exists() and not DBTaskResult.objects.ready().filter(task_path=send_mail.module_path).exists():
        send_mail.enqueue()
