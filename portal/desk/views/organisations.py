from django.shortcuts import get_object_or_404, render

from portal.access.queries import visible_to
from portal.directory.models import Organisation


def organisation_list(request):
    """All organisations that the reader may know of."""
    organisations = visible_to(Organisation.objects.select_related("kind"), request.user)
    return render(request, "directory/organisation_list.html", {"organisations": organisations})


def organisation_detail(request, slug):
    """An organisation with everything that names it."""
    organisation = get_object_or_404(visible_to(Organisation.objects.all(), request.user), slug=slug)
    return render(request, "directory/organisation_detail.html", {"organisation": organisation})
