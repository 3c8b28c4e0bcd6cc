"""Background work: tasks take ids, call one service and may run twice."""

from django.tasks import task

from portal.notifications.sending import send_due


@task()
def send_mail():
    """Sends what is due; what another worker has claimed is left to it."""
    send_due()
