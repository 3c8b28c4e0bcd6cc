"""The owner's answer, by the link in the mail: reading the page changes nothing, and nobody has to sign in for it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.core.doors import personal_link
from portal.desk.reviewing.answer_links import read_token
from portal.notifications.naming import named_record
from portal.records.models import Answer
from portal.records.silence import answer


# The token in the address is what entitles: the mail is read where nobody is signed in.
@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def still_true(request, token):
    """Absent for a link that is not ours, has ended, or belongs to who speaks no longer for the entry."""
    question, user = read_token(token)
    if question is None:
        raise Http404
    says = request.POST.get("says") if request.method == "POST" else None
    if says is not None and question.answered_at is None:
        try:
            answer(question=question, by=user, says=_known(says))
        except PermissionDenied as refused:
            raise Http404 from refused
        question.refresh_from_db()
    context = {"record": named_record(question.key, user), "question": question, "answers": Answer.choices}
    return render(request, "reviewing/still_true.html", context)


def _known(says):
    if says not in Answer.values:
        raise Http404
    return says
