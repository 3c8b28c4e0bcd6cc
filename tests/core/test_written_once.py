"""A question whose SQL is written once: it is asked anew for each object."""

import pytest

from portal.core.written_once import ANY, WrittenOnce
from portal.users.models import User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_each_object_gets_its_own_rows_as_they_are_now():
    made = []

    def addresses():
        made.append(1)
        return User.objects.filter(pk=ANY).values_list("email", "is_active")

    question = WrittenOnce(addresses)
    first, second = [UserFactory(email=f"{name}@example.org") for name in ("first", "second")]
    assert question.rows(first.pk) == [("first@example.org", True)]
    User.objects.filter(pk=second.pk).update(email="other@example.org")
    assert question.rows(second.pk) == [("other@example.org", True)]
    assert question.rows(0) == []
    assert len(made) == 1
