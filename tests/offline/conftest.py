import pytest


@pytest.fixture
def folder(settings, tmp_path):
    """Where the files of /offline/ are kept in one test."""
    settings.OFFLINE_DIR = tmp_path / "offline"
    return settings.OFFLINE_DIR
