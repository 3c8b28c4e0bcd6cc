"""The fields of a record that one reader may read, ready to print."""

from dataclasses import dataclass
from typing import Any

from portal.access.models import RecordIdentity
from portal.access.models.scope import ZONES
from portal.access.policy import can
from portal.access.queries import visible_to
from portal.directory.models import Organisation
from portal.records.values import as_list, printed

EMPTY = (None, "", [], ())


@dataclass(frozen=True)
class Shown:
    """One field as a page prints it; `values` are pairs of text and address ("" where it leads nowhere)."""

    name: str
    label: str
    value: Any
    values: tuple[tuple[str, str], ...]
    unconfirmed: bool = False


@dataclass(frozen=True)
class StateWord:
    """One word of the status strip of a record; `tone` is "due" or "late" for what is."""

    label: str
    icon: str
    tone: str = ""


def readable_zones(identity, user):
    """The zones of the record with this identity that `user` may read."""
    return {zone for zone, (action, _) in ZONES.items() if can(user, action, identity)}


def shown_fields(record, kind, zones, user):
    """`{name: Shown}` of the fields of `record` that stand in one of the zones and hold something, for `user`."""
    # What names other records is printed by portal.linkage, which asks whether the reader may know of them.
    naming = {end.name.partition(".")[0] for end in kind.ends}
    fields = [field for field in kind.fields if field.zone in zones and field.name not in naming]
    values = {field: field.value(record) for field in fields}
    values = {field: value for field, value in values.items() if not _names_records(value)}
    known = known_organisations(values.values(), user)
    return {
        field.name: Shown(
            name=field.name,
            label=str(field.label),
            value=value,
            values=printed(value, field.facet, known),
            unconfirmed=field.name in record.unconfirmed_fields,
        )
        for field, value in values.items()
        if value not in EMPTY
    }


def _names_records(value):
    return any(isinstance(part, RecordIdentity) for part in as_list(value))


def known_organisations(values, user):
    """The primary keys of the organisations among the values whose pages `user` may know of."""
    named = [part for value in values for part in as_list(value) if isinstance(part, Organisation)]
    known = {each.pk for each in named if getattr(each, "is_known", False)}
    # `read_related` asks for most together with their names.
    if unasked := {each.pk for each in named if not hasattr(each, "is_known")}:
        known.update(visible_to(Organisation.objects.filter(pk__in=unasked), user).values_list("pk", flat=True))
    return frozenset(known)
