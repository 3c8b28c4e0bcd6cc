"""Kinds of messages of the tests' own, with their words."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines

from portal.notifications import kinds
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind

TRIED = (
    MessageKind("try_always", Urgency.ALWAYS, action=None),
    MessageKind("try_must", Urgency.MUST, action=None),
    MessageKind("try_news", Urgency.NEWS, action=None),
    MessageKind("try_record", Urgency.MUST),
)


@pytest.fixture(autouse=True)
def tried_kinds(monkeypatch):
    """Of each urgency one kind that names no record, and one that does."""
    monkeypatch.setattr(kinds, "_kinds", {**kinds._kinds, **{kind.key: kind for kind in TRIED}})
    (loader,) = engines["django"].engine.template_loaders[:1]
    filesystem = loader.loaders[0] if hasattr(loader, "loaders") else loader
    folders = [Path(settings.BASE_DIR) / "templates", Path(__file__).parent / "templates"]
    monkeypatch.setattr(filesystem, "dirs", folders)
