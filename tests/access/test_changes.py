"""Changes of access are announced as one."""

import pytest
from django.core.exceptions import ValidationError

from portal.access.changes import announced_together
from portal.access.enums import Level
from portal.access.services import restrict_access
from tests.factories.access import IdentityFactory
from tests.factories.people import editor


def failing_after_a_change(identity, by):
    with announced_together():
        restrict_access(identity=identity, by=by, listed_to=Level.NAMED)
        restrict_access(identity=identity, by=by, listed_to=Level.PUBLIC)


def test_changes_are_announced_together_or_not_at_all(changed):
    by, first, second = editor(), IdentityFactory(), IdentityFactory()

    with announced_together():
        restrict_access(identity=first, by=by, listed_to=Level.MEMBERS)
        with announced_together():
            restrict_access(identity=second, by=by, listed_to=Level.MEMBERS)
    with announced_together():
        pass
    with pytest.raises(ValidationError):
        failing_after_a_change(first, by)

    assert changed == [{first.key, second.key}]
