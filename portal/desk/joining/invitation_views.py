from allauth.account.utils import perform_login
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.core.doors import personal_link
from portal.core.limits import limited
from portal.desk.joining.forms import AcceptForm
from portal.directory.inviting import accept, account_of, invitation_of, join_with

GONE = 410


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited("accept")
def invitation(request, token):
    """Accepts an invitation: a form that opens the account, or one button for who has one. Reading changes nothing."""
    try:
        found = invitation_of(token)
        user = account_of(found)
        if user is None:
            return _open(request, found, token)
        return _join(request, found, token, user)
    except ValidationError as error:
        return over(request, error)


def over(request, error):
    """The one answer to a link that leads no further, whatever the reason."""
    return render(request, "joining/over.html", {"text": error.messages[0]}, status=GONE)


def _open(request, found, token):
    form = AcceptForm(request.POST or None, email=found.email, initial={"languages": [found.language]})
    if request.method == "POST" and form.is_valid():
        user = accept(token=token, **form.cleaned_data)
        messages.success(request, _("Welcome. Your account is open."))
        return perform_login(request, user, redirect_url=reverse("joining:welcome"))
    context = {"form": form, "invitation": found}
    return render(request, "joining/accept.html", context, status=400 if form.errors else 200)


def _join(request, found, token, user):
    if request.user != user:
        return render(
            request, "joining/sign_in_first.html", {"invitation": found, "is_other": request.user.is_authenticated}
        )
    if request.method == "POST":
        join_with(token=token, user=user)
        messages.success(request, _("You now belong to this organisation."))
        return HttpResponseRedirect(reverse("joining:welcome"))
    return render(request, "joining/accept.html", {"invitation": found})
