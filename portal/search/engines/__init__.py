"""Who answers searches: chosen by the setting SEARCH_ENGINE."""

from functools import cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@cache
def engine_named(name):
    """The engine of that name; ImproperlyConfigured when there is none."""
    from .database import DatabaseEngine
    from .elasticsearch.engine import ClusterEngine

    engines = {"database": DatabaseEngine, "elasticsearch": ClusterEngine}
    if name not in engines:
        raise ImproperlyConfigured(f"SEARCH_ENGINE is {name!r}; it may be one of: {', '.join(engines)}.")
    return engines[name]()


def engine():
    """The engine in force."""
    return engine_named(settings.SEARCH_ENGINE)
