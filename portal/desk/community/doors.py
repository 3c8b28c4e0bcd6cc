"""Who comes in: people of the community; for everybody else these pages do not exist."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404

from portal.access.models import RecordIdentity
from portal.community.rights import takes_part
from portal.records.reads import note_refusal


def for_community(view):
    """Wraps a view: visitors are led to the sign-in, who is no member gets 404."""

    @wraps(view)
    def inner(request, *args, **kwargs):
        if not takes_part(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return login_required(inner)


def identity_for(request, code, is_allowed):
    """The identity with that code if `is_allowed(user, identity)`; Http404 otherwise, the same as for none."""
    identity = RecordIdentity.objects.filter(code=code.upper()).first()
    if identity is None or not is_allowed(request.user, identity):
        note_refusal(request, code=code.upper())
        raise Http404
    return identity
