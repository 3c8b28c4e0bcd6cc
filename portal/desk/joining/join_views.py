from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.doors import personal_link
from portal.core.limits import is_used_up, limited, too_often
from portal.desk.contribute.authors import author_of
from portal.desk.joining.forms import JoinForm
from portal.desk.joining.invitation_views import over
from portal.desk.joining.own_state import own_state
from portal.directory.joining import ask_to_join, confirm, request_of


@require_http_methods(["GET", "HEAD", "POST"])
def join(request):
    """A visitor asks to join. The answer is the same whether or not the address is known, or had enough mails today.
    Who is signed in reads where they stand instead."""
    if request.user.is_authenticated:
        return render(request, "joining/own_state.html", own_state(request.user))
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        if refusal := too_often(request, "join"):
            return refusal
        if not is_used_up(request, "join_mail", values["email"].lower()):
            ask_to_join(**values)
        return HttpResponseRedirect(reverse("joining:sent"))
    return render(request, "joining/join.html", {"form": form}, status=400 if form.errors else 200)


@require_safe
def sent(request):
    """That a mail is on its way."""
    return render(request, "joining/sent.html")


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
@limited("join_confirm")
def confirm_request(request, token):
    """Confirms the address of a request with one button: mail scanners open links, so reading changes nothing."""
    try:
        if request.method != "POST":
            return render(request, "joining/confirm.html", {"join_request": request_of(token)})
        _joined, invitation = confirm(token=token)
    except ValidationError as error:
        return over(request, error)
    if invitation:
        return HttpResponseRedirect(reverse("joining:invitation", args=[invitation]))
    return HttpResponseRedirect(reverse("joining:confirmed"))


@require_safe
def confirmed(request):
    """That a request now waits for a decision."""
    return render(request, "joining/confirmed.html")


@login_required
@require_safe
def welcome(request):
    """What a new member can do first."""
    return render(request, "joining/welcome.html", {"is_author": author_of(request.user) is not None})
