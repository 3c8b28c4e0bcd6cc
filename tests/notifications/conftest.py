import pytest

from portal.notifications import kinds
from tests.notifications.tried import FOLDERS, TRIED, loader_of_files


@pytest.fixture(autouse=True)
def tried_kinds(monkeypatch):
    monkeypatch.setattr(kinds, "_kinds", {**kinds._kinds, **{kind.key: kind for kind in TRIED}})
    monkeypatch.setattr(loader_of_files(), "dirs", FOLDERS)
