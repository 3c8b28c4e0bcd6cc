"""One step of a migration that makes many tables: what it leaves in Django's picture of the models."""

import pytest
from django.db import connection, models
from django.db.migrations import CreateModel
from django.db.migrations.loader import MigrationLoader

from portal.core.tables import Tables


def model(name, **fields):
    key = models.BigAutoField(primary_key=True)
    return CreateModel(name, [("id", key), *fields.items()])


def shelf_and_book():
    book = model("Book", shelf=models.ForeignKey("core.Shelf", models.CASCADE, related_name="books"))
    shelf = model("Shelf", keeper=models.ForeignKey("users.User", models.CASCADE, related_name="shelves"))
    return Tables([book, shelf])


def related(state, app, name):
    return {each.get_accessor_name() for each in state.apps.get_model(app, name)._meta.related_objects}


def both_ways():
    """The state where all models were rendered before the step, as while migrating, and where they are after it."""
    before, after = MigrationLoader(None).project_state(), MigrationLoader(None).project_state()
    before.apps  # noqa: B018
    for each in (before, after):
        shelf_and_book().state_forwards("core", each)
    return before, after


@pytest.mark.django_db
def test_what_is_rendered_later_and_before_is_the_same():
    before, after = both_ways()

    assert related(before, "users", "User") == related(after, "users", "User") >= {"shelves", "member"}
    assert related(before, "core", "Shelf") == related(after, "core", "Shelf") == {"books"}


@pytest.mark.django_db(transaction=True)
def test_tables_are_made_and_removed():
    names = {"core_shelf", "core_book"}
    before, after = both_ways()
    operation = shelf_and_book()

    with connection.schema_editor(collect_sql=True) as editor:
        operation.database_forwards("core", editor, before, after)
        made = "\n".join(editor.collected_sql)
    with connection.schema_editor(collect_sql=True) as editor:
        operation.database_backwards("core", editor, after, before)
        removed = "\n".join(editor.collected_sql)

    assert all(f'CREATE TABLE "{name}"' in made and f'DROP TABLE "{name}"' in removed for name in names)
