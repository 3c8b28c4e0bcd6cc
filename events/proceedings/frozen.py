"""Published versions, as one reader may read them now: whatever was narrowed, withdrawn or taken off since is gone."""

from dataclasses import replace
from uuid import UUID

from events.proceedings.models import ProceedingsVersion
from events.proceedings.structure import Proceedings, from_values
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.readers import takes_part
from portal.linkage.ends import ends_for


def versions_for(key, user) -> list[ProceedingsVersion]:
    """The published versions of the event with this identity key that hold something for `user`, who may read the
    event, the newest first."""
    rows = ProceedingsVersion.objects.filter(event=key, taken_back_at=None)
    return [row for row in rows if _kept_for(row, user) is not None]


def frozen_for(version, user) -> Proceedings | None:
    """The Proceedings of a version for `user`, who may read the event; None where nothing was published for them.

    Each entry in it is asked of again: what `user` may not know of now, whose details are closed to them or which is
    not published any more is left out. Three queries and one for each kind that is no page.
    """
    values = _kept_for(version, user)
    if values is None:
        return None
    said = from_values(values)
    known, read = _open_to(user, {UUID(each.key) for part in _parts(said) for each in part})
    open_in = {Zone.CARD: known, Zone.DETAILS: known & read}
    return replace(
        said,
        outputs=tuple(each for each in said.outputs if each.key in open_in[Zone.DETAILS]),
        declared=tuple(each for each in said.declared if each.key in open_in[Zone(each.zone)]),
        ideas=tuple(each for each in said.ideas if each.key in open_in[Zone(each.zone)]),
        actions=tuple(each for each in said.actions if each.key in known),
    )


def _kept_for(version, user):
    return version.members if takes_part(user) else version.public


def _parts(said):
    return said.outputs, said.declared, said.ideas, said.actions


def _open_to(user, keys):
    """The keys (hex) of published entries of which `user` may know, and of those whose details they may read."""
    known = {key.hex for key in ends_for(keys, user)}
    read = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk__in=keys).values_list("pk", flat=True)
    return known, {key.hex for key in read}
