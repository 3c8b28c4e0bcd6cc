from django.http import Http404, HttpResponseRedirect

from portal.access.models import RecordIdentity
from portal.desk.organisations.merged import kept_address
from portal.records.addresses import address_of
from portal.records.reads import note_refusal


def by_code(request, code):
    """Leads from a code to its record, for who may know of it; 404 for everybody else."""
    identity = RecordIdentity.objects.visible_to(request.user).filter(code=code.upper()).first()
    if identity is None:
        note_refusal(request, code=code.upper())
    address = identity and (address_of(identity) or kept_address(identity.key, request.user))
    if not address:
        raise Http404
    return HttpResponseRedirect(address)
