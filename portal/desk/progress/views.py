"""Progress by quarter and by event, and the entries behind each figure."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.desk.progress.figures import LABELS, Figure
from portal.desk.progress.of_events import rows_of_events
from portal.desk.progress.of_quarters import rows_of_quarters
from portal.desk.progress.quarters import last_quarters
from portal.desk.progress.sentences import sentences_for
from portal.linkage.ends import ends_for


@require_safe
def progress(request):
    """The figures of what the reader may know of; the sentences are those of `?quarter=`, by default the newest one in
    which there is something to tell."""
    quarters = rows_of_quarters(request.user)
    known = {each.key: each for each in last_quarters()}
    chosen = request.GET.get("quarter", "")
    row = next((each for each in quarters if each.key == chosen), None) or _to_begin_with(quarters)
    context = {
        "labels": list(LABELS.values()),
        "quarters": quarters,
        "events": rows_of_events(request.user),
        "chosen": row,
        "sentences": sentences_for(row, known[row.key]),
        "since": next((cell.since for each in quarters for cell in each.cells if cell.since), None),
    }
    return render(request, "progress/progress.html", context)


def _to_begin_with(quarters):
    """The newest quarter with a figure; while there is none, the last one that is over."""
    return next((row for row in quarters if any(cell.count for cell in row.cells)), quarters[1])


@require_safe
def behind(request, of, figure):
    """The entries behind one figure of a quarter or an event; absent for what there is not, and what is not known."""
    rows = [*rows_of_quarters(request.user), *rows_of_events(request.user)]
    row = next((each for each in rows if each.key == of), None)
    if row is None or figure not in set(Figure):
        raise Http404
    cell = row.cell(Figure(figure))
    if cell.keys is None:
        raise Http404
    ends = sorted(ends_for(cell.keys, request.user).values(), key=lambda end: (end.title, end.code))
    return render(request, "progress/behind.html", {"row": row, "label": LABELS[cell.figure], "ends": ends})
