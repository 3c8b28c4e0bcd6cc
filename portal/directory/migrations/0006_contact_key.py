from uuid import uuid4

from django.db import migrations, models


def give_each_its_own(apps, schema_editor):
    """The column comes with one value for all rows that are there."""
    model = apps.get_model("directory", "Member")
    for pk in model.objects.values_list("pk", flat=True):
        model.objects.filter(pk=pk).update(contact_key=uuid4())


class Migration(migrations.Migration):
    dependencies = [("directory", "0005_erased_accounts")]

    operations = [
        migrations.AddField("member", "contact_key", models.UUIDField(default=uuid4, editable=False)),
        migrations.RunPython(give_each_its_own, migrations.RunPython.noop),
        migrations.AlterField("member", "contact_key", models.UUIDField(default=uuid4, editable=False, unique=True)),
    ]
