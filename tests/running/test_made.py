"""What is made once for all processes of the suite is never taken for what would be made now when that is other."""

import pytest
from django.conf import settings

from portal.taxonomy.models import Sector
from tests import stores
from tests.factories.taxonomy import SectorFactory
from tests.made import PREPARED, key_of, shared

CONTENT = "content"
FILES = {
    "requirements.lock": "wagtail==8.0",
    "portal/search/migrations/0001_first.py": "operations = []",
    "portal/taxonomy/data/sectors.csv": "key",
    "portal/desk/views.py": "pass",
    "portal/static/portal/css/base.css": "",
}
OF_BOTH = {"requirements.lock", "portal/search/migrations/0001_first.py", "portal/taxonomy/data/sectors.csv"}
CHANGED_KEYS = {
    **{path: {PREPARED, CONTENT} for path in OF_BOTH},
    "portal/desk/views.py": {CONTENT},
    "portal/static/portal/css/base.css": set(),
}


def checkout(folder, **changed):
    """A folder with those files, some changed."""
    for path, text in {**FILES, **changed}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


@pytest.mark.parametrize("path", FILES)
def test_a_change_of_what_it_is_made_of_gives_another_key(tmp_path, path):
    one, other = checkout(tmp_path / "one"), checkout(tmp_path / "other", **{path: "changed"})

    assert {name for name in (PREPARED, CONTENT) if key_of(name, one) != key_of(name, other)} == CHANGED_KEYS[path]


def test_a_new_migration_gives_another_key(tmp_path):
    one = checkout(tmp_path / "one")
    other = checkout(tmp_path / "other", **{"portal/search/migrations/0002_more.py": "operations = []"})

    assert key_of(PREPARED, one) != key_of(PREPARED, other)


@pytest.mark.django_db(transaction=True)
def test_it_is_made_once_and_put_up_again_with_what_was_said_of_it(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "MADE_DIR", tmp_path)
    made = []

    def make():
        made.append(SectorFactory(key="made_once"))
        return {"sector": 1}

    try:
        said = [shared("tried", make)]
        Sector.objects.filter(key="made_once").delete()
        said.append(shared("tried", make))

        assert said == [{"sector": 1}] * 2
        assert len(made) == 1
        assert Sector.objects.filter(key="made_once").exists()
    finally:
        stores.remove(stores.stored_name("tried", key_of("tried")))
