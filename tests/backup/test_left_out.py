"""Every table is in the backup or on the list, and nothing in the backup points at what is not."""

import pytest
from django.apps import apps
from django.core.management import get_commands
from django.db import connection

from portal.backup.left_out import LEFT_OUT, OTHER_TABLES, backed_up, commands, tables

KEPT_BY_DATABASES = ("sqlite_",)
ONLY_ON_SQLITE = {"wagtailsearch.SQLiteFTSIndexEntry"}


@pytest.mark.django_db
def test_every_table_has_its_place():
    models = {model._meta.db_table for model in tables()}
    unknown = [name for name in connection.introspection.table_names() if name not in models and not _is_stated(name)]

    assert unknown == []


def _is_stated(table):
    """SQLite keeps tables of its own for each full-text index, which begin with the index's name."""
    return table.startswith(KEPT_BY_DATABASES) or any(
        table == name or table.startswith(f"{name}_") for name in OTHER_TABLES
    )


def test_what_is_left_out_is_there_and_has_a_reason():
    known = {model._meta.label for model in apps.get_models()}

    assert LEFT_OUT.keys() - known == (set() if connection.vendor == "sqlite" else ONLY_ON_SQLITE)
    assert all(each.reason for each in LEFT_OUT.values())
    assert set(commands()) <= set(get_commands())
    assert not LEFT_OUT.keys() & backed_up().keys()


def test_nothing_in_a_backup_points_at_what_is_left_out():
    pointing = {
        f"{label}.{field.name}"
        for label, model in backed_up().items()
        for field in model._meta.local_concrete_fields
        if field.is_relation and field.related_model._meta.concrete_model._meta.label in LEFT_OUT
    }

    assert pointing == set()


def test_people_and_what_they_wrote_is_in_it():
    assert {
        "users.User", "account.EmailAddress", "mfa.Authenticator", "directory.Member", "directory.ErasedAccount",
        "access.RecordIdentity", "access.AuditEntry", "wagtailcore.Page", "wagtailcore.Revision",
    } <= backed_up().keys()  # fmt: skip
