"""Whose words a record may be found by: of what it names, only what is shown at least as far as the record itself.

A row that names an entry is for who may know of that entry; the names of an organisation beside those that a page
prints are for who may know of the organisation. An index for everybody of a rank cannot ask for each reader, so what is
shown to fewer people than the record, or to some members only, is left out of it (docs/decisions/0015).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from modelcluster.fields import ParentalKey

from portal.access.enums import Level, Zone
from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.records.models import RecordPage
from portal.records.registry import Kind, kinds

from .enums import MEMBERS_RANK
from .reading import Version


@dataclass(frozen=True)
class Openness:
    """`ranks`: of those that are published and not withdrawn, the rank of who may know of them, by identity key."""

    kind: Kind
    ranks: dict[UUID, int]

    def is_open(self, key, rank) -> bool:
        """Whether all who see something of this rank may know of the record with that key."""
        return key in self.ranks and self.ranks[key] <= min(rank, MEMBERS_RANK)

    def parts(self, each, version, identity) -> list:
        """The parts of a field of a version, without rows that name what is less open than the field."""
        parts, inner = version.values[each.name], self.kind.row_ends.get(each.name)
        if inner is None:
            return parts
        rank = rank_of(identity, each.zone)
        return [row for row in parts if (key := getattr(row, f"{inner}_id")) is None or self.is_open(key, rank)]

    def names(self, organisation, identity, zone) -> tuple[str, ...]:
        """The names of an organisation by which a field of this zone may be found."""
        is_open = self.is_open(organisation.key, rank_of(identity, zone))
        return organisation.names if is_open else organisation.printed_names


def rank_of(identity, zone) -> int:
    """The rank that a reader needs for a zone of a record."""
    return Level(identity.listed_to if zone is Zone.CARD else identity.details_to).rank


def openness_of(kind: Kind, versions: Iterable[Version]) -> Openness:
    """The Openness of what versions of records of a kind name. Two queries, one where no row names a record."""
    organisations, targets = set(), set()
    for version in versions:
        for name, parts in version.values.items():
            if inner := kind.row_ends.get(name):
                targets |= {key for row in parts if (key := getattr(row, f"{inner}_id"))}
            organisations |= {part.key for part in _whole(parts) if isinstance(part, Organisation)}
    published = set(
        RecordPage.objects.live().filter(translation_key__in=targets).values_list("translation_key", flat=True)
    )
    rows = RecordIdentity.objects.filter(pk__in=organisations | published, withdrawn_at=None)
    return Openness(kind, {key: Level(level).rank for key, level in rows.values_list("key", "listed_to")})


def _whole(parts):
    for part in parts:
        yield from part.texts() if hasattr(part, "texts") else (part,)


def keys_of_rows_that_name(keys: Iterable[UUID]) -> set[UUID]:
    """The keys of the records of which a row names one of the records, or organisations, with these keys. One query."""
    keys = list(keys)
    queries = [
        model.objects.filter(**{lookup: keys}).order_by().values_list(f"{page}__translation_key")
        for model, page, lookup in _rows()
    ]
    return {key for (key,) in queries[0].union(*queries[1:]).order_by()} if queries else set()


def _rows():
    """Row model, its foreign key to the page, and the lookup of keys, of each field of rows that names something."""
    for kind in kinds():
        for relation in kind.model._meta.get_fields(include_parents=False):
            if not isinstance(getattr(relation, "field", None), ParentalKey):
                continue
            for inner in relation.related_model._meta.concrete_fields:
                if inner.related_model is RecordIdentity:
                    yield relation.related_model, relation.field.name, f"{inner.name}__in"
                elif inner.related_model is Organisation:
                    yield relation.related_model, relation.field.name, f"{inner.name}__key__in"
