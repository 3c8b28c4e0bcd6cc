from django.http import Http404
from django.views.decorators.http import require_safe

from portal.transfer.formats import FORMATS
from portal.transfer.sources import source_of


@require_safe
def take_away(request, name, form):
    """The rows of a list in another form: same parameters, same access as its page; 404 where there is none."""
    source = source_of(name, request.GET, request.user)
    if source is None:
        raise Http404
    response = FORMATS[form].answer(request, source)
    # The page is what a search engine should show.
    response["X-Robots-Tag"] = "noindex"
    return response
