"""The bundles that visitors take along: one in each language, made anew each day and when one tells too much."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from portal.core.languages import LANGUAGES

from .contents import NothingPublic
from .described import read_description, tells_too_much
from .writing import put_bundle

AGE = timedelta(hours=23)
"""After which a bundle is made anew: a little less than a day, so that it does not become an hour later each day."""


@dataclass(frozen=True)
class Kept:
    """A bundle that may be handed out now."""

    language: str
    path: Path
    made_at: datetime
    size: int
    entries: int


def path_of(language) -> Path:
    """Where the bundle in a language is kept."""
    return settings.OFFLINE_DIR / f"portal-{language}.zip"


def kept_bundle(language) -> Kept | None:
    """The bundle in a language; None where there is none, or where something in it is not for visitors any more."""
    path = path_of(language)
    told = read_description(path)
    if told is None or tells_too_much(told):
        return None
    return Kept(language, path, told["made_at"], path.stat().st_size, len(told["entries"]))


def renew_bundles() -> list[str]:
    """Makes those bundles anew that are a day old, that are missing or that tell too much; returns their languages."""
    settings.OFFLINE_DIR.mkdir(parents=True, exist_ok=True)
    return [language for language in LANGUAGES if not _is_fresh(language) and _renew(language)]


def _is_fresh(language):
    kept = kept_bundle(language)
    return kept is not None and timezone.now() - kept.made_at < AGE


def _renew(language):
    """Whether one was made: of a portal that has nothing public none is left."""
    try:
        put_bundle(path_of(language), language=language)
    except NothingPublic:
        path_of(language).unlink(missing_ok=True)
        return False
    return True
