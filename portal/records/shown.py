"""The fields of a record that one reader may read, ready to print."""

from dataclasses import dataclass
from typing import Any

from portal.access.enums import Action, Zone
from portal.access.policy import can
from portal.records.values import printed

ZONE_ACTIONS = {Zone.CARD: Action.KNOW, Zone.DETAILS: Action.READ, Zone.OWNER: Action.READ_OWN}
EMPTY = (None, "", [], ())


@dataclass(frozen=True)
class Shown:
    """One field as a page prints it; `values` are pairs of text and address ("" where it leads nowhere)."""

    name: str
    label: str
    value: Any
    values: tuple[tuple[str, str], ...]
    unconfirmed: bool = False


def readable_zones(identity, user):
    """The zones of the record with this identity that `user` may read."""
    return {zone for zone, action in ZONE_ACTIONS.items() if can(user, action, identity)}


def shown_fields(record, kind, zones):
    """`{name: Shown}` of the fields of `record` that stand in one of the zones and hold something."""
    shown = {}
    for field in kind.fields:
        if field.zone in zones and (value := field.value(record)) not in EMPTY:
            unconfirmed = field.name in record.unconfirmed_fields
            shown[field.name] = Shown(field.name, str(field.label), value, printed(value, field.facet), unconfirmed)
    return shown
