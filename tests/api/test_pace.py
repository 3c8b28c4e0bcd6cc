"""How often a program may ask: each token for itself, visitors by their network."""

import pytest
from django.core.cache import cache

from portal.api import pace
from tests.api.asking import Program
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db
NOW = 1_800_000_015.0


@pytest.fixture(autouse=True)
def few(settings, monkeypatch):
    cache.clear()
    settings.API_REQUESTS_A_MINUTE = {"visitor": 2, "token": 3}
    monkeypatch.setattr(pace.time, "time", lambda: NOW)


def asked(program, times):
    return [program.ask("vocabularies/", Accept_Language="fr") for _ in range(times)]


def test_beyond_the_limit_it_says_when_to_come_again():
    *answers, last = asked(Program(), 3)

    assert [each["RateLimit"] for each in answers] == ['"visitor";r=1;t=45', '"visitor";r=0;t=45']
    assert (last.status_code, last["Retry-After"]) == (429, "45")
    assert last["RateLimit-Policy"] == '"visitor";q=2;w=60'
    assert last["Content-Type"] == "application/problem+json"
    assert last["Content-Language"] == "fr"
    assert last.json()["status"] == 429


def test_each_token_counts_for_itself_and_a_minute_later_anew(monkeypatch):
    one, other = (Program(member_of(OrganisationFactory())) for _ in range(2))

    assert [each.status_code for each in asked(one, 4)] == [200, 200, 200, 429]
    assert [each.status_code for each in asked(other, 1) + asked(Program(), 1)] == [200, 200]
    monkeypatch.setattr(pace.time, "time", lambda: NOW + 60)
    assert [each.status_code for each in asked(one, 1)] == [200]


def test_nobody_guesses_tokens_for_long():
    guesses = [Program(token=f"maim_{number:043}") for number in range(4)]

    assert [asked(each, 1)[0].status_code for each in guesses] == [401, 401, 401, 429]


def test_no_address_and_no_token_is_kept():
    program = Program(member_of(OrganisationFactory()))
    asked(program, 1), asked(Program(), 1)

    kept = str(cache._cache)
    assert "127.0.0.1" not in kept
    assert program.token not in kept
