"""Who asks: what the decision needs to know of a person, and no more."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db.models import Case, F, FilteredRelation, Q, Value, When

from portal.access.enums import Relation
from portal.core.written_once import ANY, WrittenOnce
from portal.directory.models import Member
from portal.directory.rights import ADMIN_PERMISSION
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import OrganisationType


@dataclass(frozen=True)
class Reader:
    """A person as the decision sees them; a visitor has none of it."""

    user_id: int | None = None
    is_member: bool = False
    is_editor: bool = False
    organisation_ids: frozenset[int] = frozenset()
    focal_ids: frozenset[int] = frozenset()
    frozen_ids: frozenset[int] = frozenset()
    """Those of `organisation_ids` that are frozen: it is contested who speaks for them, and nobody decides for them."""
    organisation_kinds: frozenset[int] = frozenset()
    """The kinds of `organisation_ids` (primary keys of terms)."""
    speaks_for_authority: bool = False

    @property
    def deciding(self):
        """The same person where they decide, and not only read: without those that are frozen."""
        if not self.frozen_ids:
            return self
        organisations, focal = self.organisation_ids - self.frozen_ids, self.focal_ids - self.frozen_ids
        return replace(self, organisation_ids=organisations, focal_ids=focal, frozen_ids=frozenset())

    @property
    def everywhere(self):
        """The relations in which this person stands to each and every record."""
        held = {Relation.MEMBER: self.is_member, Relation.EDITOR: self.is_editor}
        return {Relation.ANYONE} | {relation for relation, is_held in held.items() if is_held}


VISITOR = Reader()


def reader_for(organisation):
    """The Reader that an organisation is: who speaks for it and belongs to no other one. Without an account, so that
    what is opened to somebody for a time is not among what they read."""
    mine = frozenset({organisation.pk})
    return Reader(is_member=True, organisation_ids=mine, focal_ids=mine)


def reader_of(user):
    """The Reader of a user, an anonymous user, None or a Reader.

    Asked once per user object, so once per request: a membership that ends shows on the next request.
    """
    if isinstance(user, Reader):
        return user
    if user is None or not user.is_authenticated or not user.is_active:
        return VISITOR
    if not hasattr(user, "_reader"):
        user._reader = _read(user)
    return user._reader


def takes_part(user):
    """Whether somebody is of the community now: an active member, or an editor."""
    reader = reader_of(user)
    return reader.is_member or reader.is_editor


class _Row(NamedTuple):
    """One membership of a member, with what counts of its organisation; of a member without any, nothing but None."""

    organisation_id: int | None
    is_focal_point: bool
    counts: bool
    """Whoever joined an organisation after it was frozen is no reader of it."""
    is_frozen: bool
    kind_id: int


def _read(user):
    is_editor = user.has_perm(ADMIN_PERMISSION)
    found = _rows_of(user)
    if not found:
        return Reader(user_id=user.pk, is_editor=is_editor)
    rows = [row for row in found if row.organisation_id is not None and row.counts]
    focal = [row for row in rows if row.is_focal_point]
    kinds = kept_terms(OrganisationType)
    return Reader(
        user_id=user.pk,
        is_member=True,
        is_editor=is_editor,
        organisation_ids=frozenset(row.organisation_id for row in rows),
        focal_ids=frozenset(row.organisation_id for row in focal),
        frozen_ids=frozenset(row.organisation_id for row in rows if row.is_frozen),
        organisation_kinds=frozenset(row.kind_id for row in rows),
        speaks_for_authority=any(kinds[row.kind_id].flag("is_authority") for row in focal),
    )


def _rows_of(user):
    """A row for each active membership of an active member, an empty one for who has none; nothing for all others."""
    return [_Row(*row) for row in MEMBERSHIPS.rows(user.pk)]


def _memberships():
    active = FilteredRelation("memberships", condition=Q(memberships__is_active=True))
    frozen_at = F("active__organisation__frozen_at")
    is_frozen, is_earlier = Q(active__organisation__frozen_at__isnull=False), Q(active__began_at__lt=frozen_at)
    found = Member.objects.filter(user=ANY, is_active=True).annotate(
        active=active, is_frozen=_flag(is_frozen), counts=_flag(~is_frozen | is_earlier)
    )
    own = ("active__organisation", "active__is_focal_point", "counts", "is_frozen", "active__organisation__kind")
    return found.order_by().values_list(*own)


def _flag(condition):
    return Case(When(condition, then=Value(1)), default=Value(0))


MEMBERSHIPS = WrittenOnce(_memberships)
