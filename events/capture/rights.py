"""Who runs an event captures and puts in order; who speaks for an organisation decides on its sheets."""

from events.capture.enums import SheetState
from events.rights import runs
from portal.access.readers import takes_part
from portal.directory.rights import speakers, speaks_for


def may_see(user, sheet) -> bool:
    """Whether `user` may read a sheet: who decides on it, and who runs its event."""
    return may_decide(user, sheet) or runs(user, sheet.event)


def may_decide(user, sheet) -> bool:
    """Whether `user` may confirm or decline a sheet: who speaks for its organisation; where nobody does here, or no
    organisation is known, who runs the event. Nobody while it is contested who speaks for it."""
    if not takes_part(user):
        return False
    organisation = sheet.organisation
    if organisation is None:
        return runs(user, sheet.event)
    if organisation.is_frozen:
        return False
    if speakers(organisation):
        return speaks_for(user).filter(pk=organisation.pk).exists()
    return runs(user, sheet.event)


def is_waiting(sheet) -> bool:
    """Whether somebody is still to decide on it."""
    return sheet.state == SheetState.SENT
