"""The page behind the link of an invitation: the signed address entitles one person to answer for one event. Reading it
changes nothing, since scanners of mails open addresses. It shows the card of the event, and nobody else's answer."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events.attending.events import is_over, page_of
from events.attending.links import read_answer
from events.attending.models import Participant
from events.attending.services import answer_invitation
from events.row import days_of
from portal.core.doors import personal_link
from portal.desk.attending.forms import AnswerForm, show
from portal.desk.joining.limits import limited


@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited("answer_link")
def answer(request, token):
    """The form to answer, for the person who got the mail; absent for a link that is not ours or has ended."""
    invitation, link_key = read_answer(token)
    page = invitation and page_of(invitation.event_id)
    if page is None:
        raise Http404
    over = is_over(page)
    facts = {"invitation": invitation, "is_listed": _is_listed(invitation), "is_over": over}
    form = AnswerForm(request.POST if request.method == "POST" else None, **facts)
    is_kept = request.method == "POST" and form.is_valid() and _kept(form, invitation, link_key)
    if is_kept:
        invitation.refresh_from_db()
        form = AnswerForm(invitation=invitation, is_listed=_is_listed(invitation), is_over=over)
    context = {
        "title": page.title, "lang": page.locale.language_code, "days": days_of(page), "place": page.place,
        "answer_by": invitation.answer_by, "form": form, "is_kept": is_kept, "is_over": over,
    }  # fmt: skip
    return render(request, "attending/answer.html", context, status=400 if form.errors else 200)


def _is_listed(invitation):
    return Participant.objects.filter(event=invitation.event_id, email=invitation.email, is_listed=True).exists()


def _kept(form, invitation, link_key):
    try:
        answer_invitation(invitation=invitation, link_key=link_key, **form.cleaned_data)
    except PermissionDenied as refused:
        raise Http404 from refused
    except ValidationError as refused:
        show(form, refused)
        return False
    return True
