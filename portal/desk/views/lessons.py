from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.desk.queries.lessons import KIND, LessonQuery
from portal.records.reads import note_read
from portal.search.listing import Listed
from portal.search.query import RecordQuery


@require_safe
def lessons(request):
    """What people say they learned, each lesson found on its own, by words, sector and country."""
    query = RecordQuery.from_parameters(request.GET, kind=KIND)
    result = LessonQuery(query, request.user).result()
    listing = Listed(request.path, query, result).listing()
    # Lessons come newest first, or best first where there are words: there is nothing to choose.
    listing.sorts = []
    note_read(request, *(lesson.key for lesson in result.hits))
    return render(request, "desk/lessons.html", {"listing": listing})
