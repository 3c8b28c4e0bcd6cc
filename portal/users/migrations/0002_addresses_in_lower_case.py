from django.db import migrations
from django.db.models import F
from django.db.models.functions import Lower


def lower(apps, schema_editor):
    """No two differ in case alone: the database has seen to that from the start."""
    users = apps.get_model("users", "User").objects
    users.exclude(email=Lower(F("email"))).update(email=Lower("email"))


class Migration(migrations.Migration):
    dependencies = [("users", "0001_initial")]

    operations = [migrations.RunPython(lower, migrations.RunPython.noop)]
