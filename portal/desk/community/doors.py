"""Who comes in: people of the community; for everybody else these pages do not exist."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404

from portal.access.readers import takes_part


def for_community(view):
    """Wraps a view: visitors are led to the sign-in, who is no member gets 404."""

    @wraps(view)
    def inner(request, *args, **kwargs):
        if not takes_part(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return login_required(inner)
