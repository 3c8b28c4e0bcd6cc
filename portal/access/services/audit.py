from portal.access.models import AuditEntry


def log(action, *, identity=None, by=None, **detail):
    """Adds one line to the audit log and returns it; `by` None is a visitor or the portal itself."""
    by = by if by is not None and by.is_authenticated else None
    return AuditEntry.objects.create(action=action, identity=identity, by=by, detail=detail)
