"""A thin slice of the canary sweep: some addresses of each name, as a visitor and as a member without any grant."""

import pytest

from portal.records.registry import kinds
from tests.access.addresses import ROWS, addresses_of
from tests.access.asking import Asker
from tests.access.planned import PUBLIC, Spec
from tests.access.stage import staged
from tests.access.sweep import Allowed, leaks

PEOPLE = ("visitor", "stranger")
MOST = 24
"""Addresses of one name."""


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with staged(django_db_blocker) as world:
        yield world


@pytest.fixture(scope="module")
def slices(world):
    """Of each name's addresses some from everywhere, and those of the records that are open to all: they tell most."""
    open_slugs = {world.records[Spec(kind, *PUBLIC).name].made.slug for kind in kinds()}
    found = {}
    for name in ROWS:
        addresses = addresses_of(name, world)
        told = [each for each in addresses if any(f"/{slug}/" in each.path for slug in open_slugs)]
        found[name] = told + addresses[:: -(-len(addresses) // MOST)]
    return found


@pytest.fixture(scope="module", params=PEOPLE)
def asking(request, world):
    user = world.people[request.param]
    return Asker(user), Allowed(world, user)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(ROWS))
def test_some_addresses_tell_no_word_too_many(name, asking, slices):
    asker, allowed = asking
    for address in slices[name]:
        assert leaks(address, asker.ask(address.path), allowed) == set(), address.path
