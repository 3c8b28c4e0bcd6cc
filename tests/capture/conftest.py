import pytest

from tests.factories.capture import Day


@pytest.fixture
def day(db):
    return Day()
