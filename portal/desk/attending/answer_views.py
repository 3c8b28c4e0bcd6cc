"""The page behind the link of an invitation: the signed address entitles one person to answer for one event. Reading it
changes nothing, since scanners of mails open addresses. It tells of the event what its guests are told
(events.attending.invited), and nobody else's answer."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from events.attending.events import held_page, is_over
from events.attending.invited import invited_to, tells_programme
from events.attending.links import read_answer
from events.attending.models import Participant
from events.attending.services import answer_invitation
from events.calendar import calendar_of
from portal.core.doors import personal_link
from portal.core.limits import limited_link
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.attending.forms import AnswerForm


@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited_link
def answer(request, token):
    """The form to answer, for the person who got the mail; absent for a link that is not ours or has ended."""
    invitation, link_key = read_answer(token)
    page = invitation and held_page(invitation.event_id)
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
        "event": invited_to(page), "answer_by": invitation.answer_by, "form": form, "is_kept": is_kept, "is_over": over,
        "calendar_url": reverse("attending:calendar", args=[token]) if page.starts_on and not over else "",
    }  # fmt: skip
    return render(request, "attending/answer.html", context, status=400 if form.errors else 200)


@personal_link
@require_safe
@limited_link
def calendar(request, token):
    """The calendar file of the event, for who has the link of an invitation; absent as that is."""
    invitation, _link_key = read_answer(token)
    page = invitation and held_page(invitation.event_id)
    if page is None:
        raise Http404
    file = calendar_of(page, with_programme=tells_programme(page.identity))
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{page.slug}.ics"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _is_listed(invitation):
    return Participant.objects.filter(event=invitation.event_id, email=invitation.email, is_listed=True).exists()


def _kept(form, invitation, link_key):
    with refused_is_absent(), refused_in(form):
        answer_invitation(invitation=invitation, link_key=link_key, **form.cleaned_data)
    return form.is_valid()
