"""What the direction of imports cannot see: relations, fields of pages, names and lengths of files."""

import ast
import re

from django.apps import apps
from wagtail.models import Page

from portal.core.rooms import ROOMS
from portal.records.checks import zone_tables_are_complete
from portal.records.fields import RecordField
from portal.records.models import RecordPage
from portal.records.registry import kinds
from tests.architecture.source import OF_ACCESS, ROOT, files, own_apps, place

LONGEST = 300
NOT_NAMES = {"utils", "helpers", "common"}


def test_days_are_written_in_one_way():
    """Without a pattern Django writes "Dec. 9, 2026", where all pages say "9 December 2026"."""
    bare = [
        f"{path}:{node.lineno}"
        for path, tree in files().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and len(node.args) < 2
        and getattr(node.func, "id", getattr(node.func, "attr", "")) == "date_format"
    ]

    assert bare == []


def test_every_app_has_its_place():
    assert {config.label for config in own_apps() if place(config.label) is None} == set()


def test_relations_go_left_also_where_they_are_strings():
    wrong = []
    for config in own_apps():
        for model in config.get_models(include_auto_created=True):
            for field in model._meta.get_fields(include_hidden=True):
                target = getattr(field, "related_model", None)
                if field.auto_created or not field.is_relation or not target or target._meta.auto_created:
                    continue
                there = place(target._meta.app_label)
                if there is not None and (there, target._meta.app_label) > (place(config.label), config.label):
                    wrong.append(f"{model._meta.label}.{field.name} → {target._meta.label}")

    assert wrong == []


def test_page_types_name_their_children_and_parents_leftwards():
    wrong = [
        f"{model.__name__} → {name}"
        for model in apps.get_models()
        if issubclass(model, Page) and place(model._meta.app_label) is not None
        for name in getattr(model, "parent_page_types", None) or ()
        if isinstance(name, str) and (place(name.split(".")[0]) or 0) > place(model._meta.app_label)
    ]

    assert wrong == []


def test_nothing_points_at_a_row_of_a_page():
    rows = {
        model for model in apps.get_models() if any(type(f).__name__ == "ParentalKey" for f in model._meta.get_fields())
    }
    pointing = [
        f"{model._meta.label}.{field.name}"
        for config in own_apps()
        for model in config.get_models()
        for field in model._meta.get_fields()
        if field.is_relation
        and not field.auto_created
        and field.related_model in rows
        # A row that is translated is followed by its own kind only.
        and model not in rows
    ]

    assert pointing == []


def test_migrations_are_named():
    names = {path.stem for room in ROOMS for path in (ROOT / room).glob("**/migrations/0*.py")}

    assert {name for name in names if not re.fullmatch(r"\d{4}_[a-z][a-z0-9_]*", name) or "_auto_" in name} == set()


def test_access_is_no_field_of_a_page():
    """A page's fields come from revisions: what an old draft said would be published with it."""
    pages = [model for model in apps.get_models() if issubclass(model, RecordPage)]
    # Wagtail's `owner` is the account that made the page, not an organisation.
    inherited = {field.name for field in Page._meta.get_fields()}
    own = {field.name for model in pages for field in model._meta.get_fields()} - inherited

    assert len(pages) > 2
    assert own & OF_ACCESS == set()


def test_every_kind_has_a_whole_table():
    assert zone_tables_are_complete(None) == []
    assert all(isinstance(field, RecordField) for kind in kinds() for field in kind.fields)
    assert [kind.key for kind in kinds() if len({field.name for field in kind.fields}) < len(kind.fields)] == []


def test_files_are_short_and_named_after_what_they_do():
    for path in files():
        assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= LONGEST, path
    parts = {part.removesuffix(".py") for path in files() for part in path.split("/")}
    assert parts & NOT_NAMES == set()


def test_settings_are_read_through_django():
    wrong = {
        path
        for path, tree in files().items()
        if not path.startswith("portal/settings/")
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("portal.settings"))
        or (isinstance(node, ast.Import) and any(each.name.startswith("portal.settings") for each in node.names))
    }

    assert wrong == set()
