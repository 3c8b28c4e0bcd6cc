from django.db import migrations
from django.utils import timezone


def end_them(apps, schema_editor):
    """Those that are not tried again kept their facts, and no day from which retention counts."""
    notices = apps.get_model("notifications", "Notice").objects
    unanswered = notices.filter(state="unanswered", next_try_at=None, ended_at=None)
    ended = {"state": "unanswered", "ended_at": timezone.now(), "facts": {}}
    notices.filter(digest__in=unanswered.values("pk"), state="held").update(**ended)
    unanswered.update(**ended)


class Migration(migrations.Migration):
    dependencies = [("notifications", "0001_initial")]

    operations = [migrations.RunPython(end_them, migrations.RunPython.noop)]
