from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.home.answers import answers_for
from portal.records.reads import note_read
from portal.search.figures import Figures


@require_safe
def questions(request):
    """The six questions of the workshop, each with its figures, three rows and the page that answers it whole."""
    answers = answers_for(request.user, Figures(request.user))
    note_read(request, *(hit.key for each in answers for hit in each.hits if hit.shows_details))
    return render(request, "home/questions.html", {"questions": answers})
