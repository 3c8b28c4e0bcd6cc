"""The index that modelsearch's query on PostgreSQL asks for: it matches title and body as one (see admin_backend.py)."""

from django.db import migrations

UP = "CREATE INDEX search_admin_title_body ON wagtailsearch_indexentry USING gin ((title || body))"
DOWN = "DROP INDEX search_admin_title_body"


def up(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(UP)


def down(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DOWN)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text"), ("wagtailsearch", "0010_add_text_fields")]
    operations = [migrations.RunPython(up, down)]
