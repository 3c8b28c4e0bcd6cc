"""What is asked of the services of access, and what they leave behind."""

from portal.access.models import AuditEntry

NO = {"names_person": False, "names_place": False, "tells_unpublished": False}
"""The answers of who asks for access to a text that harms nobody."""


def levels(identity):
    identity.refresh_from_db()
    return identity.listed_to, identity.details_to


def actions(identity):
    return [entry.action for entry in AuditEntry.objects.filter(identity=identity).order_by("pk")]
