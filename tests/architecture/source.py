"""The portal's own source, parsed: what the tests of this folder look through."""

import ast
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

from portal.core.rooms import ROOMS

ROOT = Path(settings.BASE_DIR)
ORDER = (
    "core", "users", "media", "taxonomy", "directory", "access", "records",
    "search linkage notifications", "community",
    "events outputs actions attending", "capture proceedings",
    "case_studies practices holdings needs platforms agreements requests exchange coverage partnerships",
    "home desk backup", "transfer", "api harvest offline webhooks",
)  # fmt: skip
"""docs/architecture.md: an app knows only what stands to its left."""

OF_ACCESS = {"owner", "custodian", "named_organisations", "listed_to", "details_to", "text_sensitivity", "withdrawn_at"}
"""What stands on the identity row, and nowhere else."""


@cache
def files():
    """Every Python file of the portal that people wrote, by its path from the root."""
    found = {}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts:
                found[str(path.relative_to(ROOT))] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def own_apps():
    """The apps of the portal, without what it is built on."""
    return [config for config in apps.get_app_configs() if config.name.split(".")[0] in ROOMS]


def place(label):
    """How far to the right an app stands; None for one that is not ours."""
    return next((number for number, labels in enumerate(ORDER) if label in labels.split()), None)
