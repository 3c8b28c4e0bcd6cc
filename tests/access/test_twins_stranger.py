"""Nor can a member without grants, for whom the order of hits is the same, too."""

import pytest

from tests.access.twins import told_by_records_too_many


@pytest.mark.django_db(transaction=True)
def test_records_too_many_change_no_byte(django_db_setup, django_db_blocker):
    assert told_by_records_too_many("stranger", django_db_blocker) == {}
