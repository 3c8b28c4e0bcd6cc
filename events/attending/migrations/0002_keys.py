from uuid import uuid4

from django.db import migrations, models

NAMES = ("eventinvitation", "participant")


def give_each_its_own(apps, schema_editor):
    """A column that is added has one default for all rows."""
    for name in NAMES:
        model = apps.get_model("attending", name)
        for pk in model.objects.values_list("pk", flat=True):
            model.objects.filter(pk=pk).update(key=uuid4())


class Migration(migrations.Migration):
    dependencies = [("attending", "0001_invitations_and_participants")]

    operations = [
        *(migrations.AddField(name, "key", models.UUIDField(default=uuid4, editable=False)) for name in NAMES),
        migrations.RunPython(give_each_its_own, migrations.RunPython.noop),
        *(migrations.AlterField(name, "key", models.UUIDField(default=uuid4, editable=False, unique=True)) for name in NAMES),
    ]
