from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core.languages import reading_language, under_prefix
from portal.desk.comparing.comparison import comparison_of
from portal.records.reads import note_read, note_refusal
from portal.records.registry import kinds
from portal.search.engines import engine
from portal.search.listing import whom_to_ask
from portal.search.query import RecordQuery, ignored

OWN = ("r", "q")
MORE = 10
"""Entries that are offered to be added."""


@require_safe
def compare(request):
    """Two to four entries of one kind side by side (`r`, their codes); `q` finds others to add."""
    comparison = comparison_of(request.GET.getlist("r"), request.user)
    note_read(request, *comparison.details_read)
    for code in comparison.refused:
        note_refusal(request, code=code)
    comparison.notices += [ignored(name) for name in request.GET if name not in OWN]
    query = _query(request, comparison)
    context = {"comparison": comparison, "lists": _lists(), "query_text": query.text}
    if query.is_refused:
        context["ask_url"] = whom_to_ask()
    elif comparison.kind and not comparison.is_full:
        context["others"] = _others(request, comparison, query)
    return render(request, "desk/compare.html", context)


def _lists():
    """Pairs of label and address of the lists whose entries can be compared."""
    return [(kind.label_plural, under_prefix(f"/{kind.index_path}/")) for kind in kinds() if kind.is_page]


def _query(request, comparison):
    """What is asked of the entries of the same kind, of one's words alone."""
    asked = request.GET.copy()
    for name in asked.keys() - {"q"}:
        del asked[name]
    query = RecordQuery.from_parameters(asked, kind=comparison.kind.key if comparison.kind else "")
    query.page_size = MORE + len(comparison.ends)
    return query


def _others(request, comparison, query):
    """Pairs of an entry of the same kind and the address that adds it: what the words find, else the usual first."""
    there = {end.key for end in comparison.ends}
    hits = [hit for hit in engine().search(query, request.user, reading_language()).hits if hit.key not in there]
    return [(hit, comparison.url(hit.code)) for hit in hits[:MORE]]
