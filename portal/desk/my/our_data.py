"""What the portal says about an organisation's data: every published entry that names it, and who may see that."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max
from django.utils.translation import gettext_lazy as _

from portal.access.drafts import written_by
from portal.access.enums import Level, Relation, Zone
from portal.access.models import AuditEntry, Grant, RecordIdentity
from portal.access.readers import reader_of
from portal.access.relations import stands_in
from portal.access.services import READ
from portal.desk.contribute.places import Place
from portal.desk.my.opened import running
from portal.desk.my.seen_by import MEMBER
from portal.desk.my.writers import writers_of
from portal.linkage.ends import ends_for
from portal.records.models import RecordOrganisation, RecordPage
from portal.records.registry import kind as kind_by_key
from practices.holdings.enums import Basis
from practices.holdings.models import DataHoldingPage
from practices.requests.lists import to_answer

CHANGES = (
    "registered", "restricted", "widened", "wish approved", "parties set", "parties approved", "restored",
)  # fmt: skip
"""Lines of the log since which who may see an entry is as it is."""
CHAIN = frozenset({Relation.OWNER, Relation.KEEPER, Relation.EDITOR})
LOG_READERS = frozenset({Relation.OWNER, Relation.KEEPER})
READABLE, CARD, NOTHING, UNTOLD = "all", "card", "nothing", "untold"
BASIS_IN_WORDS = {
    Basis.CONTESTED: _("somebody disagrees with what it says, or that it is listed; it is not settled"),
}
"""What a basis means, where its own words do not say it."""


@dataclass(frozen=True)
class Entry:
    """An entry that names the organisation, as far as the reader may read it."""

    end: Any
    parts: tuple[str, ...]
    """What the organisation is to it: "owner", "keeper", or the label of a role."""
    writers: tuple[str, ...]
    listed_to: str
    details_to: str
    since: Any
    basis: str
    basis_in_words: Any
    """What that means, where that is not said by itself."""
    confirmed: Any
    due: Any
    reads: int | None
    """How often its details were read, of what is logged; None for who may not see the log."""
    seen_as: str
    """What the reader that is looked through ("View as") sees of it; "" when nobody is. UNTOLD: not told to who does
    not decide about it, since it depends on whom it names or is opened to."""
    may_decide: bool
    may_restrict: bool
    may_confirm: bool
    write_url: str
    """Its form for members; "" for who may not write at it."""
    opened: int
    """To how many its details are opened beyond its level; told to who may end that."""
    asked: int
    """How many requests about it wait for an answer of its owner or keeper; told to who answers them."""
    is_own: bool
    """Whether somebody of the organisation wrote it."""


def entries(identities, organisation, user, seen_by=None):
    """The Entries of these identities (a list of `named.naming`), in their order; `seen_by` is a Reader to look
    through. A constant number of queries."""
    facts = _Facts(identities, organisation, user, seen_by)
    return [facts.entry(identity) for identity in identities if identity.pk in facts.ends]


@dataclass
class _Facts:
    """What is read of all identities at once."""

    identities: list
    organisation: Any
    user: Any
    seen_by: Any
    ends: dict = field(init=False)

    def __post_init__(self):
        keys = [identity.pk for identity in self.identities]
        of_keys = {"identity__in": keys}
        self.reader = reader_of(self.user)
        self.ends = ends_for(keys, self.user)
        self.roles = _roles(keys, self.organisation)
        self.writers = writers_of(keys, self.user)
        self.days = {row.pop("translation_key"): row for row in _pages(keys)}
        self.bases = {page.key: Basis(page.basis) for page in _holdings(keys) if page.basis}
        self.since = dict(_by_identity(AuditEntry.objects.filter(action__in=CHANGES, **of_keys), Max("at")))
        self.reads = dict(_by_identity(AuditEntry.objects.filter(action=READ, **of_keys), Count("pk")))
        grants = running(Grant.objects.filter(**of_keys))
        self.opened = dict(_by_identity(grants, Count("pk")))
        asked = to_answer(self.user).filter(about__in=keys).order_by()
        self.asked = dict(asked.values("about").annotate(value=Count("pk")).values_list("about", "value"))
        self.mine = set(written_by(self.user).filter(pk__in=keys).values_list("pk", flat=True))
        self.readable = _visible(keys, self.user, Zone.DETAILS)
        if self.seen_by is not None:
            self.known_there = _visible(keys, self.seen_by, Zone.CARD)
            self.read_there = _visible(keys, self.seen_by, Zone.DETAILS)
            is_of_one = bool(self.seen_by.organisation_ids)
            self.read_by_members = _visible(keys, MEMBER, Zone.DETAILS) if is_of_one else set()

    def entry(self, identity):
        decides = stands_in(self.reader.deciding, identity, CHAIN)
        sees_log = stands_in(self.reader, identity, LOG_READERS)
        in_chain, is_readable = decides or sees_log, identity.pk in self.readable
        days, basis = self.days.get(identity.pk, {}), self.bases.get(identity.pk)
        return Entry(
            end=self.ends[identity.pk],
            parts=self._parts(identity),
            writers=self.writers.get(identity.pk, ()) if in_chain else (),
            listed_to=str(Level(identity.listed_to).label),
            details_to=str(Level(identity.details_to).label) if is_readable else "",
            since=self.since.get(identity.pk) if in_chain else None,
            basis=str(basis.label) if basis else "",
            basis_in_words=BASIS_IN_WORDS.get(basis, ""),
            confirmed=days.get("reviewed_on"),
            due=days.get("review_due_on"),
            reads=self.reads.get(identity.pk, 0) if sees_log else None,
            seen_as=self._seen_as(identity.pk, in_chain),
            may_decide=decides,
            may_restrict=decides and identity.listed_to != Level.OWNER,
            write_url=self._write_url(identity) if is_readable else "",
            may_confirm=is_readable and (decides or identity.pk in self.mine),
            opened=self.opened.get(identity.pk, 0) if decides else 0,
            asked=self.asked.get(identity.pk, 0),
            is_own=identity.is_own,
        )

    def _write_url(self, identity):
        kind = kind_by_key(identity.kind)
        writes = identity.pk in self.mine or stands_in(self.reader.deciding, identity, LOG_READERS)
        return Place(kind, identity.code).url if writes and kind.short and self.reader.organisation_ids else ""

    def _parts(self, identity):
        own = [("owner", identity.owner_id), ("keeper", identity.custodian_id)]
        parts = [name for name, pk in own if pk == self.organisation.pk]
        return (*parts, *self.roles.get(identity.pk, ()))

    def _seen_as(self, key, in_chain):
        if self.seen_by is None:
            return ""
        # Which organisations are named is told to those who may name them; what any member sees, they see.
        if self.seen_by.organisation_ids and not in_chain:
            return READABLE if key in self.read_by_members & self.readable else UNTOLD
        if key in self.read_there and key in self.readable:
            return READABLE
        return CARD if key in self.known_there else NOTHING


def _visible(keys, user, zone):
    return set(RecordIdentity.objects.visible_to(user, zone).filter(pk__in=keys).values_list("pk", flat=True))


def _roles(keys, organisation):
    """By key, the labels of the roles in which the organisation is named."""
    rows = RecordOrganisation.objects.filter(
        record__translation_key__in=keys, record__live=True, organisation=organisation
    )
    found = defaultdict(dict)
    for row in rows.select_related("role", "record").order_by("sort_order", "pk"):
        found[row.record.translation_key][row.role.label] = True
    return {key: tuple(labels) for key, labels in found.items()}


def _pages(keys):
    pages = RecordPage.objects.live().filter(translation_key__in=keys)
    return pages.values("translation_key", "reviewed_on", "review_due_on")


def _holdings(keys):
    return DataHoldingPage.objects.live().filter(translation_key__in=keys)


def _by_identity(lines, value):
    return lines.order_by().values("identity").annotate(value=value).values_list("identity", "value")
