from dataclasses import replace

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.desk.lessons.search import LessonSearch, lesson_query
from portal.records.reads import note_read
from portal.search.listing import Listed


@require_safe
def lessons(request):
    """What people say they learned, each lesson found on its own, by words, sector and country."""
    query = lesson_query(request.GET)
    result = LessonSearch(query, request.user).result()
    note_read(request, *(lesson.key for lesson in result.hits))
    # Newest first, or best first where there are words: there is no order to choose.
    listing = replace(Listed(request.path, query, result).listing(), title=_("Lessons"), sorts=[], can_compare=False)
    return render(request, "desk/lessons.html", {"listing": listing})
