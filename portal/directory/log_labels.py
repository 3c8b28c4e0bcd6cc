"""What logs call an account: its e-mail address or name at that time, which goes when the person is forgotten."""

from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry

from portal.directory.models import Member


def forget_labels(user):
    """Empties names and values in the lines about the account and the member; that something was done, when, stays."""
    numbers = {get_user_model(): [user.pk], Member: list(Member.objects.filter(user=user).values_list("pk", flat=True))}
    for model, pks in numbers.items():
        about = {"content_type": ContentType.objects.get_for_model(model), "object_id__in": [str(pk) for pk in pks]}
        ModelLogEntry.objects.filter(**about).update(label="", data={})
        LogEntry.objects.filter(**about).update(object_repr="", change_message="")
