"""Lists of entries: the rows of the file that one takes away in JSON, a page at a time (portal.transfer)."""

from django.utils.translation import gettext as _

from portal.api.answers import answer, links_of_pages
from portal.api.paged import parameters_of
from portal.core.languages import reading_language
from portal.records.reads import note_read
from portal.search.query import facet_labels
from portal.transfer.formats.json_object import row_in_json
from portal.transfer.formats.notices import notices_of
from portal.transfer.sources import EVERYTHING, source_of


def listed(request, name=EVERYTHING):
    """A page of the list of that name, as its own page would show it to who asks."""
    parameters, size, notices = parameters_of(request)
    source = source_of(name, parameters, request.user)
    result = source.page(source.query.page, size)
    rows = source.rows(result.hits)
    note_read(request, *(row.key for row in rows if row.shows_details))
    said = {
        **_about(request, source, [*notices, *notices_of(result), *_beyond(source.query, result)]),
        "total": result.total,
        "page": result.page,
        "pages": result.pages,
        "page_size": size,
        "rows": [row_in_json(source.columns, row) for row in rows],
    }
    return answer(request, said, headers={"Link": links_of_pages(request, result.page, result.pages)})


def facets(request):
    """By what the same list can be narrowed, and how many entries there are of each value, for who asks."""
    parameters, _size, notices = parameters_of(request)
    source = source_of(EVERYTHING, parameters, request.user)
    result = source.page(1, 1)
    found = [
        {"name": name, "label": label, "values": [_value(name, each, result) for each in result.facets.get(name, ())]}
        for name, label in facet_labels().items()
    ]
    about = _about(request, source, [*notices, *notices_of(result)])
    return answer(request, {**about, "total": result.total, "facets": [each for each in found if each["values"]]})


def _value(name, hits, result):
    code = hits.value.value
    chosen = any(each.value == code for each in result.chosen.get(name, ()))
    return {"code": code, "label": str(hits.value.label), "count": hits.count, "chosen": chosen}


def _about(request, source, notices):
    """What the file says of itself, but for when it was made: what says the same has the same mark."""
    return {
        "list": source.name,
        "title": str(source.title),
        "query": dict(request.GET.lists()),
        "language": reading_language(),
        "terms": _("Each row names the licence of its text. It holds what you may read; others may read less."),
        "notices": list(dict.fromkeys(notices)),
    }


def _beyond(query, result):
    beyond = result.total and query.page > result.pages
    return [_("There is no such page; this is the last one.")] if beyond else []
