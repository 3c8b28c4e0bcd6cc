from portal.access.models import AuditEntry

READ, REFUSED = "read", "refused"
"""Actions of the log that no service of this package takes: somebody read details above members, or was refused."""


def forget_log(action, *, before):
    """Takes the lines of one action away that are older than `before`, and returns how many."""
    return AuditEntry.objects.filter(action=action, at__lt=before).delete()[0]


def log(action, *, identity=None, by=None, **detail):
    """Adds one line to the audit log and returns it; `by` None is a visitor or the portal itself."""
    by = by if by is not None and by.is_authenticated else None
    code = identity.code if identity else ""
    return AuditEntry.objects.create(action=action, identity=identity, code=code, by=by, detail=detail)
