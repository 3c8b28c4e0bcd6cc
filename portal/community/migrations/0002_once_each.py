from hashlib import sha256

from django.db import migrations, models


def keep_each_once(apps, schema_editor):
    """Gives each saved search its digest; of the same search of one person the newest stays."""
    SavedSearch = apps.get_model("community", "SavedSearch")
    known = set()
    for search in SavedSearch.objects.order_by("-saved_at", "key"):
        search.digest = sha256(search.parameters.encode()).hexdigest()
        same = (search.user_id, search.kind, search.digest)
        if same in known:
            search.delete()
        else:
            search.save(update_fields=["digest"])
        known.add(same)


class Migration(migrations.Migration):
    dependencies = [("community", "0001_following_and_discussions")]

    operations = [
        migrations.AddField(
            model_name="savedsearch",
            name="digest",
            field=models.CharField(default="", editable=False, max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(keep_each_once, migrations.RunPython.noop),
    ]
