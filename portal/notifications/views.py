from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.core.doors import personal_link
from portal.notifications.enums import Mails
from portal.notifications.forms import PreferenceForm
from portal.notifications.queries import is_bouncing, shown_mails
from portal.notifications.stop_links import notice_of
from portal.notifications.wanted import choose_mails, preference_of, stop_mails, stopped_to


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request):
    """Which mails one wants, whether those that were sent come back, and where mails are files, what is in them."""
    form = PreferenceForm(request.POST or None, instance=preference_of(request.user))
    if request.method == "POST" and form.is_valid():
        choose_mails(user=request.user, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return HttpResponseRedirect(reverse("notices:preferences"))
    context = {"form": form, "is_bouncing": is_bouncing(request.user), "mails": shown_mails(request.user)}
    return render(request, "notifications/preferences.html", context, status=400 if form.errors else 200)


# The token in the address is what entitles: a mail program posts without session or cookie (RFC 8058).
@csrf_exempt
@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request, token):
    """Asks whether such mails shall stop (GET), and stops them (POST), without signing in. Absent for a link that is
    not ours or has ended."""
    notice = notice_of(token)
    if notice is None:
        raise Http404
    leaves = stopped_to(notice)
    if request.method == "POST":
        stop_mails(notice=notice)
    context = {"is_news": leaves == Mails.MUST, "has_account": notice.user_id, "is_done": request.method == "POST"}
    return render(request, "notifications/stop.html", context)
