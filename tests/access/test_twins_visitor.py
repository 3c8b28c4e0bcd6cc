"""A visitor cannot tell by a single byte that there is a record more of each kind (tests.access.twins)."""

import pytest

from tests.access.twins import told_by_records_too_many


@pytest.mark.django_db(transaction=True)
def test_records_too_many_change_no_byte(django_db_setup, django_db_blocker):
    assert told_by_records_too_many("visitor", django_db_blocker) == {}
