"""The calendar of a person's actions, and the page on which they make its address or end it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from events.actions.calendars import calendar_of, calendar_url, end_calendar, open_calendar, person_of
from portal.access.readers import takes_part
from portal.core.doors import personal_link


@personal_link
@require_safe
def calendar(request):
    """iCalendar, for whose address it is; 404 for one that is not ours or has ended."""
    user = person_of(request.GET.get("for", ""))
    if user is None:
        raise Http404
    response = HttpResponse(calendar_of(user), content_type="text/calendar; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    return response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own(request):
    """The address of one's own calendar, a button for a new one, and one that ends it."""
    if not takes_part(request.user):
        raise Http404
    if request.method == "POST":
        (end_calendar if request.POST.get("end") else open_calendar)(by=request.user)
        return HttpResponseRedirect(reverse("actions:own-calendar"))
    return render(request, "actions/calendar.html", {"address": calendar_url(request.user)})
