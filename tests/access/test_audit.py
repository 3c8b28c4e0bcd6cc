"""The log of what was done about access."""

import pytest

from portal.access.services import log
from tests.factories.access import IdentityFactory


def test_the_log_is_only_added_to_and_outlives_its_record():
    identity = IdentityFactory()
    entry = log("looked at", identity=identity, by=None, place="here")

    with pytest.raises(TypeError):
        entry.save()
    identity.delete()

    entry.refresh_from_db()
    assert (entry.identity, entry.code, entry.by, entry.detail) == (None, identity.code, None, {"place": "here"})
    assert str(entry) == f"looked at {identity.code}"
    assert log("counted").code == ""
