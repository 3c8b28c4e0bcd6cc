from django.shortcuts import render
from django.views.decorators.http import require_safe

from events.actions.rights import may_open
from portal.desk.actions.board import board_for


@require_safe
def board(request):
    """The actions by state, for who may know of them; the same filters as the list."""
    context = {
        "board": board_for(request.GET, request.user),
        "may_open": may_open(request.user),
        "query": request.GET.urlencode(),
    }
    return render(request, "actions/board.html", context)
