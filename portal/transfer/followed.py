"""The feed of a saved search, at an address for one person: asked as that person each time, kept by nobody."""

from django.http import Http404, QueryDict
from django.views.decorators.http import require_safe

from portal.community.feeds import feed_reader, search_of
from portal.community.saved import path_of
from portal.records.registry import kind
from portal.transfer.formats import atom
from portal.transfer.sources import EVERYTHING, source_of


@require_safe
def feed(request, token):
    """The newest of what the search finds; 404 for an address that is not ours or has ended."""
    search = search_of(token)
    if search is None:
        raise Http404
    name = kind(search.kind).index_path if search.kind else EVERYTHING
    source = source_of(name, QueryDict(search.parameters), feed_reader(search.user))
    response = atom.answer(request, source, page=path_of(search))
    response["X-Robots-Tag"] = "noindex"
    # Nobody is signed in, but it is not for everybody.
    response["Cache-Control"] = "private, no-store"
    return response
