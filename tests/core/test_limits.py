"""allauth's limits answer with the portal's own page."""

import pytest
from django.core.cache import cache

pytestmark = pytest.mark.django_db
MANY = 40
"""More than the thirty sign-ins a minute that allauth lets pass from one network address."""


@pytest.fixture(autouse=True)
def no_former_attempts():
    cache.clear()
    yield
    cache.clear()


@pytest.mark.parametrize(("prefix", "words"), [("", "Too many attempts"), ("/fr", "Trop de tentatives")])
def test_guessing_passwords_ends_with_a_page_of_429(client, prefix, words):
    answers = [
        client.post(f"{prefix}/accounts/login/", {"login": f"person-{number}@example.org", "password": "guess"})
        for number in range(MANY)
    ]

    assert {answer.status_code for answer in answers} == {200, 429}
    assert words in answers[-1].text
