import pytest

from tests.factories.actions import Scene


@pytest.fixture
def scene():
    return Scene()
