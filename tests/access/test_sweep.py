"""Canaries: no channel tells anybody a word of what they may not see, and every word is seen by somebody."""

from collections import defaultdict

import pytest

from portal.access.enums import Action, Zone
from portal.access.policy import can
from portal.access.readers import reader_of
from tests.access.addresses import ROWS, addresses_of
from tests.access.asking import Asker
from tests.access.stage import staged

PEOPLE = ("visitor", "stranger", "staff", "named", "grantee", "former grantee", "focal point", "editor")
ACTIONS = {Zone.CARD: Action.KNOW, Zone.DETAILS: Action.READ, Zone.OWNER: Action.READ_OWN}
NOT_PUBLISHED = ("draft",)
# No worker runs beside the tests.
MAY_BE_DOWN = {"home:readyz"}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with staged(django_db_blocker) as world:
        yield world


@pytest.fixture(scope="module")
def allowed(world):
    """By person: the canaries and codes that an answer to them may hold."""
    return {name: Allowed(world, user) for name, user in world.people.items()}


@pytest.fixture(scope="module")
def askers(world):
    return {name: Asker(user) for name, user in world.people.items()}


@pytest.fixture(scope="module")
def seen():
    """By person, what they have seen."""
    return defaultdict(set)


class Allowed:
    """What one person may see of a world."""

    def __init__(self, world, user):
        zones = {
            record.name: {zone for zone, action in ACTIONS.items() if can(user, action, record.identity)}
            for record in world.records.values()
            if not record.name.endswith(NOT_PUBLISHED)
        }
        self.tokens = {
            token.text
            for token in world.tokens.values()
            if token.zone in zones.get(token.record, ()) and (not token.also or Zone.CARD in zones.get(token.also, ()))
        }
        if can_read_every_file(user):
            self.tokens |= {token.text for token in world.tokens.values() if token.field.endswith("document")}
        codes = {record.name: record.identity.code[-4:] for record in world.records.values()}
        self.hidden_codes = {code for name, code in codes.items() if Zone.CARD not in zones.get(name, ())}


def can_read_every_file(user):
    """Editors choose among all files, those of drafts too."""
    return reader_of(user).is_editor


def leaks(address, answer, allowed):
    """The canaries and codes in an answer that its reader may not see, but for those of the address itself."""
    asked = set() if answer.status == 200 else answer.codes() & {address.path[-5:-1].upper(), address.path[-4:].upper()}
    return (answer.tokens() - allowed.tokens - address.echo) | ((answer.codes() & allowed.hidden_codes) - asked)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("name", sorted(ROWS))
def test_no_address_tells_more_than_its_reader_may_see(name, who, world, allowed, askers, seen):
    found = {}
    for address in addresses_of(name, world):
        answer = askers[who].ask(address.path)
        assert answer.status < 500 or name in MAY_BE_DOWN, address.path
        if told := leaks(address, answer, allowed[who]):
            found[address.path] = sorted(told)
        seen[who] |= answer.tokens() - address.echo

    assert {path: explained(told, world) for path, told in list(found.items())[:5]} == {}


def explained(told, world):
    by_code = {record.identity.code[-4:]: record.name for record in world.records.values()}
    return [world.tokens[each] if each in world.tokens else by_code[each] for each in told][:8]


def test_every_canary_was_seen(world, allowed, seen):
    """Else the sweep would prove nothing: it would look for words that no page prints."""
    unseen = allowed["editor"].tokens - set().union(*seen.values())

    fields = {(world.records[world.tokens[each].record].kind.key, world.tokens[each].field) for each in unseen}
    assert sorted(fields) == []
