from django.db import models
from django.utils.translation import gettext_lazy as _


class WorkerBeat(models.Model):
    """When a worker was last alive. A task whose worker has fallen silent is given to another one."""

    worker_id = models.CharField(_("worker"), max_length=64, primary_key=True)
    seen_at = models.DateTimeField(_("seen at"))

    class Meta:
        verbose_name = _("worker's sign of life")
        verbose_name_plural = _("workers' signs of life")

    def __str__(self):
        return self.worker_id


class Preparation(models.Model):
    """What `prepare_portal` did last, as a fingerprint of the code it did it with: one row, for quick second starts."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    fingerprint = models.CharField(max_length=64)
    done_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return self.fingerprint


class WriteMark(models.Model):
    """That a transaction wrote what a page may show: a random number, part of the sum in `core.generation`."""

    number = models.BigIntegerField()

    def __str__(self):
        return str(self.number)
