from portal.access.models import AuditEntry, RecordIdentity

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


def log_people(what, *, by=None, organisation=None, member=None, second=None, reason="", reference=""):
    """Adds a line on who belongs to an organisation or speaks for it: people by the numbers of their accounts."""
    identity = RecordIdentity.objects.filter(pk=organisation.key).first() if organisation else None
    people = {"person": member and member.user_id, "second": second and second.pk}
    told = {name: value for name, value in (*people.items(), ("reason", reason), ("reference", reference)) if value}
    return log(what, identity=identity, by=by, **told)
