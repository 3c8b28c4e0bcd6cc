"""An entry that an address names by its code: there for whom a view is meant, absent for everybody else."""

from django.http import Http404

from portal.access.models import RecordIdentity
from portal.records.reads import note_refusal


def identity_for(request, code, is_allowed):
    """The identity with that code if `is_allowed(user, identity)`; Http404 otherwise, the same as for none."""
    identity = RecordIdentity.objects.filter(code=code.upper()).first()
    if identity is None or not is_allowed(request.user, identity):
        note_refusal(request, code=code.upper())
        raise Http404
    return identity
