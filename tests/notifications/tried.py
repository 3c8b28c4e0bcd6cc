"""Kinds of messages of the tests' own, with their words: of each urgency one, and two that name a record."""

from pathlib import Path

from django.conf import settings
from django.template import engines

from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind

TRIED = (
    MessageKind("try_always", Urgency.ALWAYS, action=None),
    MessageKind("try_must", Urgency.MUST, action=None),
    MessageKind("try_news", Urgency.NEWS, action=None),
    MessageKind("try_record", Urgency.MUST),
    MessageKind("try_followed", Urgency.NEWS),
)
FOLDERS = [Path(settings.BASE_DIR) / "templates", Path(__file__).parent / "templates"]


def loader_of_files():
    """The loader that looks for templates in folders."""
    loader = engines["django"].engine.template_loaders[0]
    return loader.loaders[0] if hasattr(loader, "loaders") else loader
