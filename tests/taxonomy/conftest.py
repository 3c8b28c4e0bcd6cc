"""Who keeps vocabularies, what the files say, and what is told of a change."""

import shutil

import pytest

from portal.taxonomy.files import DATA
from portal.taxonomy.permissions import editor_permissions
from portal.taxonomy.signals import terms_changed
from portal.users.models import User
from tests.factories.people import editor, with_factor


@pytest.fixture
def admin(client):
    """Signed in as an editor who may keep vocabularies."""
    user = editor()
    user.user_permissions.add(*editor_permissions())
    client.force_login(user)
    return client


@pytest.fixture
def superuser(client):
    client.force_login(with_factor(User.objects.create_superuser("administrator@example.org")))
    return client


@pytest.fixture
def folder(tmp_path):
    """The files, to be changed by a test."""
    return shutil.copytree(DATA, tmp_path / "data")


@pytest.fixture
def told():
    """What the signal said, in order."""
    heard = []

    def receiver(sender, **payload):
        heard.append({name: value for name, value in payload.items() if name != "signal"})

    terms_changed.connect(receiver)
    yield heard
    terms_changed.disconnect(receiver)
