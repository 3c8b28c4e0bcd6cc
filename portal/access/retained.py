"""How long the audit log keeps its lines. Who changed access, and why, stays for as long as the portal."""

from portal.access.services import READ, REFUSED, forget_incidents, forget_log
from portal.core.retention import kept_for


@kept_for("Audit log: who read details that are narrower than members", days=730)
def reads(before):
    return forget_log(READ, before=before)


@kept_for("Audit log: who was refused", days=90)
def refusals(before):
    return forget_log(REFUSED, before=before)


@kept_for("Incidents: an entry was seen by whom it should not, after they were closed", days=1826)
def incidents(before):
    return forget_incidents(before=before)
