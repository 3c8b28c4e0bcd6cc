"""The pages of one's own webhooks."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.core.limits import limited
from portal.core.refusals import refused_above, refused_in
from portal.desk.community.doors import for_community
from portal.webhooks.forms import WebhookForm
from portal.webhooks.hooks import MOST, add_webhook, end, pause, renew_secret, resume, send_test
from portal.webhooks.models import Webhook
from portal.webhooks.reading import kinds_in_words, log_of
from portal.webhooks.signing import secret_of


@for_community
@require_http_methods(["GET", "HEAD", "POST"])
@limited("webhook")
def webhooks(request):
    """One's webhooks, and a form for another one."""
    form = WebhookForm(request.POST or None, user=request.user)
    if request.method == "POST" and (made := _added(request.user, form)):
        messages.success(request, _("It is told from now on. Its secret stands below."))
        return HttpResponseRedirect(reverse("webhooks:one", args=[made.pk]))
    own = list(Webhook.objects.filter(user=request.user))
    context = {"form": form, "hooks": own, "may_add": len(own) < MOST or form.errors, "most": MOST}
    return render(request, "webhooks/list.html", context, status=400 if form.errors else 200)


def _added(user, form):
    """The new webhook; None with what is wrong in the form."""
    if form.is_valid():
        with refused_in(form):
            return add_webhook(by=user, **form.cleaned_data)
    return None


@for_community
@require_http_methods(["GET", "HEAD", "POST"])
@limited("webhook")
def webhook(request, key):
    """One of them with its secret and its log, and what its buttons do; absent for everybody else."""
    hook = get_object_or_404(Webhook, pk=key, user=request.user)
    if request.method == "POST":
        return _done(request, hook)
    context = {
        "hook": hook,
        "secret": secret_of(hook),
        "kinds": kinds_in_words(hook),
        "log": log_of(hook, request.user),
    }
    return render(request, "webhooks/one.html", context)


def _done(request, hook):
    act, said = ACTS.get(request.POST.get("action"), (None, ""))
    if act is None:
        raise Http404
    with refused_above(request):
        act(hook=hook)
        messages.success(request, said)
    if act is end:
        return HttpResponseRedirect(reverse("webhooks:list"))
    return HttpResponseRedirect(reverse("webhooks:one", args=[hook.pk]))


ACTS = {
    "pause": (pause, gettext_lazy("It is paused: what happens waits until it goes on.")),
    "resume": (resume, gettext_lazy("It goes on, with what waited.")),
    "renew": (renew_secret, gettext_lazy("It has a new secret. For a day messages are signed with the old one, too.")),
    "test": (send_test, gettext_lazy("A test is on its way: look at the log in a minute.")),
    "end": (end, gettext_lazy("It is gone, and nothing is sent to it any more.")),
}
