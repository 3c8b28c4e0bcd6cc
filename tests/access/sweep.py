"""Canaries: what each person of a world may see of it, and what an answer tells beyond that."""

from collections import defaultdict
from dataclasses import dataclass, field
from zlib import crc32

from django.db import connection

from portal.access.enums import Action, Zone
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.core.languages import without_prefix
from tests.access.addresses import addresses_of
from tests.access.asking import Asker
from tests.access.world import World

ACTIONS = {Zone.CARD: Action.KNOW, Zone.DETAILS: Action.READ, Zone.OWNER: Action.READ_OWN}
ASKS_ALL = "editor"
"""Who sees most."""
IN_TURN = ("visitor", "stranger", "named", "former grantee", "grantee", "focal point", "staff")
"""The others. Of neighbours each asks what the others do not."""
TITLES = ("title", "name_en", "name_fr", "name_ar")
"""Organisations are called by their names."""
NOT_PUBLISHED = ("draft",)
# No worker runs beside the tests.
MAY_BE_DOWN = {"home:readyz"}


class Allowed:
    """What one person may see of a world."""

    def __init__(self, world, user):
        zones = {
            record.name: {zone for zone, action in ACTIONS.items() if can(user, action, record.identity)}
            for record in world.records.values()
            if not record.name.endswith(NOT_PUBLISHED)
        }
        reader = reader_of(user)
        self.tokens = {
            token.text
            for token in world.tokens.values()
            if token.zone in zones.get(token.record, ())
            and (not token.also or (token.zone if token.for_members else Zone.CARD) in zones.get(token.also, ()))
            and (not token.for_members or reader.is_member or reader.is_editor)
        }
        spoken_for = {
            record.name
            for record in world.records.values()
            if not reader.focal_ids.isdisjoint({record.identity.owner_id, record.identity.custodian_id})
        }
        self.tokens |= {each.text for each in world.tokens.values() if each.for_sides and each.record in spoken_for}
        # What was withdrawn stays known by its title to who answers for it (docs/decisions/0032).
        taken = {name for name in spoken_for if world.records[name].identity.withdrawn_at is not None}
        self.tokens |= {each.text for each in world.tokens.values() if each.field in TITLES and each.record in taken}
        if can_read_every_file(user):
            self.tokens |= {token.text for token in world.tokens.values() if token.field.endswith("document")}
        codes = {record.name: record.identity.code[-4:] for record in world.records.values()}
        hidden = {name for name in codes if Zone.CARD not in zones.get(name, ())}
        self.hidden_codes = {codes[name] for name in hidden - taken}


def can_read_every_file(user):
    """Editors choose among all files, those of drafts too."""
    return reader_of(user).is_editor


def leaks(address, answer, allowed):
    """The canaries and codes in an answer that its reader may not see, but for those of the address itself."""
    asked = set() if answer.status == 200 else answer.codes & {address.path[-5:-1].upper(), address.path[-4:].upper()}
    codes = (answer.codes & allowed.hidden_codes) - asked
    return ((answer.tokens - allowed.tokens) | codes) - address.echo


def is_turn_of(who, path):
    """Whether this person asks this address. In English each is asked by the editor and by one in four of the other
    seven, so that each of them asks dozens of each kind of address; in the other languages, where the same code
    decides, by one of the eight."""
    place = crc32(path.encode()) + (*IN_TURN, ASKS_ALL).index(who)
    is_english = without_prefix(path) == path
    return (who == ASKS_ALL or place % 4 == 0 if is_english else place % 8 == 0) and is_asked_here(who, path)


def is_asked_here(who, path):
    """On PostgreSQL one in three of all: the same is told by the same code there, and what may differ is how a query
    answers."""
    return connection.vendor == "sqlite" or crc32(f"{who} {path}".encode()) % 3 == 0


@dataclass
class Sweep:
    """A world, and what its people saw of it so far: canaries by person.

    All sign in before the first test, whose end takes back what was written in it.
    """

    world: World
    allowed: dict = field(init=False)
    askers: dict = field(init=False)
    seen: dict = field(default_factory=lambda: defaultdict(set))
    addresses: dict = field(default_factory=dict)
    """By name of a URL; the same for all who ask."""

    def __post_init__(self):
        self.allowed = {who: Allowed(self.world, user) for who, user in self.world.people.items()}
        self.askers = {who: Asker(user) for who, user in self.world.people.items()}

    def of(self, who, name):
        """Asks the addresses of one named URL as one person whose turn it is; returns the leaks by path, explained."""
        asker, allowed = self.askers[who], self.allowed[who]
        found = {}
        if name not in self.addresses:
            self.addresses[name] = addresses_of(name, self.world)
        for address in (each for each in self.addresses[name] if is_turn_of(who, each.path)):
            answer = asker.ask(address.path)
            assert answer.status < 500 or name in MAY_BE_DOWN, address.path
            if told := leaks(address, answer, allowed):
                found[address.path] = self.explained(told)
            self.seen[who] |= answer.tokens - address.echo
        return found

    def unseen(self, who):
        """Kinds and fields of the canaries that this person may see, and nobody saw anywhere."""
        unseen = self.allowed[who].tokens - set().union(*self.seen.values())
        tokens = [self.world.tokens[each] for each in unseen]
        return sorted({(self.world.records[each.record].kind.key, each.field) for each in tokens})

    def explained(self, told):
        """What these canaries and codes are of."""
        by_code = {record.identity.code[-4:]: record.name for record in self.world.records.values()}
        return [self.world.tokens[each] if each in self.world.tokens else by_code[each] for each in sorted(told)][:8]
