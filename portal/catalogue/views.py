"""The catalogue for programs: what a visitor may know of, whoever asks."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.core.languages import under_prefix
from portal.core.page_paths import roots_held
from portal.transfer.formats.notices import say
from practices.holdings.kind import HOLDING

from .asked import page_asked
from .dcat.catalog import entry_nodes, page_nodes, pages_of
from .index import catalogue
from .negotiation import see_other
from .rdf.formats import FORMATS


@require_safe
def catalog(request, ending):
    """A page of the catalogue in the format of the address."""
    number, notices = page_asked(request.GET)
    all_of_it = catalogue()
    pages = pages_of(all_of_it, number, ending)
    if number > pages.last:
        notices.append(_("There is no such page; this is the last one."))
    response = _answer(page_nodes(all_of_it, pages), ending)
    if pages.number < pages.last:
        response["Link"] = f'<{pages.address(pages.number + 1)}>; rel="next"'
    say(response, notices)
    return response


@require_safe
def entry(request, code, ending):
    """One entry of the catalogue in the format of the address; 404 where a visitor may know of none."""
    all_of_it = catalogue()
    found = all_of_it.find(code)
    if found is None:
        raise Http404
    return _answer(entry_nodes(all_of_it, found), ending)


def _answer(nodes, ending):
    form = FORMATS[ending]
    with roots_held():
        content = "".join(form.write(nodes))
    response = HttpResponse(content, content_type=f"{form.content_type}; charset=utf-8")
    # The pages of the entries are what a search engine should show.
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def catalog_in_any_format(request):
    """The address of the catalogue itself: leads to the format that suits, people to the list."""
    return see_other(request, under_prefix(f"/{HOLDING.index_path}/"))


@require_safe
def entry_in_any_format(request, code):
    """The same of an entry; 404 where a visitor may know of none."""
    found = catalogue().find(code)
    if found is None:
        raise Http404
    return see_other(request, f"/r/{found.code}")
