from django.db import migrations
from django.db.models import F
from django.db.models.functions import Lower


def lower(apps, schema_editor):
    """No two differ in case alone: the database has seen to that from the start."""
    users = apps.get_model("users", "User").objects
    users.exclude(email=Lower(F("email"))).update(email=Lower("email"))


class Migration(migrations.Migration):
    dependencies = [
        ("users", "0001_initial"),
        # The libraries first: each step that alters a table renders every table that is related to it by then.
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailembeds", "0009_embed_cache_until"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [migrations.RunPython(lower, migrations.RunPython.noop)]
