"""Twin worlds: one has a record more of each kind, and nobody who may not know of it can tell by a single byte."""

from zlib import crc32

from portal.access.enums import Action
from portal.access.policy import can
from portal.core.languages import without_prefix
from tests.access.addresses import everything
from tests.access.asking import Asker
from tests.access.planned import extras
from tests.access.stage import staged
from tests.access.sweep import is_asked_here

PEOPLE = ("visitor", "stranger")
"""A visitor, and a member without grants: for them the order of hits must be the same, too."""
OF_ITS_OWN_TIME = {"home:readyz"}
"""Tells how long ago the worker was heard, which stands in no world."""
OFFER_EVERY_TERM = {
    "my:profile", "my:used", "requests:ask", "actions:change", "api:vocabulary", "api:vocabularies",
}  # fmt: skip
"""Forms and lists with every word of a vocabulary, which anybody may read: the larger world has more of them."""
SOME = 8
"""Of the many searches for single words, one in so many is asked: the sweep asks them all. Those for words of what
only one world has are all asked."""


def told_by_records_too_many(who, blocker):
    """The answers that `who` is given otherwise in the larger world: by address, where they differ first."""
    with staged(blocker, extras()) as world:
        hidden = [world.records[extra.name].identity for extra in extras()]
        assert [each for each in hidden if can(world.people[who], Action.KNOW, each)] == []
        paths = _paths(world)
        with_them = _answers(world, who, paths)
    with staged(blocker) as world:
        # The smaller world has no address of its own, but for the same words put together otherwise.
        assert {path for path in _paths(world, with_words=False) - paths if "/search/" not in path} == set()
        without = _answers(world, who, paths)
    return {path: _difference(with_them[path], told) for path, told in without.items() if with_them[path] != told}


def _paths(world, with_words=True):
    paths = set()
    for name, found in everything(world).items():
        if name not in OF_ITS_OWN_TIME | OFFER_EVERY_TERM:
            asked = _some(found, world) if name.startswith("search:") else found
            paths |= {each.path for each in asked if with_words or not each.echo}
    return paths


def _some(found, world):
    extra = {token.text for token in world.tokens.values() if token.record.endswith("extra")}
    return [*found[::SOME], *(each for each in found if each.echo and each.echo <= extra)]


def _answers(world, who, paths):
    asker = Asker(world.people[who])
    return {path: asker.ask(path) for path in sorted(paths) if _is_turn_of(who, path)}


def _is_turn_of(who, path):
    """In English each address is asked by one of the two, in the other languages, where the same code decides, one in
    four."""
    place = crc32(path.encode()) + PEOPLE.index(who)
    return place % (2 if without_prefix(path) == path else 8) == 0 and is_asked_here(who, path)


def _difference(one, other):
    """The first place where two answers differ, with what stands around it."""
    if one.status != other.status or one.cookies != other.cookies:
        return one.status, other.status
    if one.body == other.body:
        return sorted(set(one.headers) ^ set(other.headers))
    pairs = zip(one.body + b"\0", other.body + b"\1", strict=False)
    place = next(number for number, (mine, theirs) in enumerate(pairs) if mine != theirs)
    return one.body[max(0, place - 60) : place + 60], other.body[max(0, place - 60) : place + 60]
