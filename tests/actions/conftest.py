"""Events are records of a kind that another room registers; where it is not there, something like it stands in."""

from dataclasses import replace

import pytest

from portal.records import registry
from tests.factories.actions import Scene


@pytest.fixture(autouse=True)
def events(monkeypatch):
    if "event" not in registry._kinds:
        like = replace(registry.kind("case_study"), key="event", prefix="EV", ends=())
        monkeypatch.setitem(registry._kinds, "event", like)


@pytest.fixture
def scene():
    return Scene()
