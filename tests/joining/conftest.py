import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def uncounted():
    """Limits count in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()
