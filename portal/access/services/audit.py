from portal.access.models import AuditEntry

READ, REFUSED = "read", "refused"
"""Actions of the log that no service of this package takes: somebody read details above members, or was refused."""


def log(action, *, identity=None, by=None, **detail):
    """Adds one line to the audit log and returns it; `by` None is a visitor or the portal itself."""
    by = by if by is not None and by.is_authenticated else None
    code = identity.code if identity else ""
    return AuditEntry.objects.create(action=action, identity=identity, code=code, by=by, detail=detail)
