"""Who hears of a sheet: who speaks for the organisation that it was filled in for."""

from portal.core.signed_links import path_in_english
from portal.directory.rights import speakers
from portal.notifications.posting import tell

WAITING = "sheet_waiting"


def tell_of_sheet(sheet) -> int:
    """Tells them once that it waits. Returns how many mails are new."""
    facts = {"sheet": sheet.pk.hex, "path": path_in_english("capture:sheet", sheet.pk)}
    return tell(kind=WAITING, event=f"{WAITING}:{sheet.pk.hex}", people=speakers(sheet.organisation), facts=facts)
