"""One's own account: take along what the portal keeps, leave, be forgotten."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from portal.core.limits import limited
from portal.desk.joining.forms import PasswordForm
from portal.directory.erasing import erase_account
from portal.directory.leaving import leave
from portal.directory.own_data import own_data

WAYS = {"leave": leave, "erase": lambda *, user: erase_account(user=user, by=user)}

SURE = "portal.desk.joining.sure"
SURE_FOR = 10 * 60
"""Seconds between the password and the second question."""


@login_required
@require_safe
def own_account(request):
    """What one can do with one's own account."""
    return render(request, "account/own_account.html", {"form": PasswordForm(user=request.user)})


@login_required
@require_safe
def take_along(request):
    """All that the portal keeps of who asks, as a file."""
    headers = {"Content-Disposition": 'attachment; filename="my-data.json"'}
    dumped = {"indent": 1, "ensure_ascii": False}
    return JsonResponse(own_data(request.user), json_dumps_params=dumped, headers=headers)


@login_required
@require_POST
@limited("close_account")
def close(request):
    """Leaves, or is forgotten: for who types their password again; being forgotten, which nobody can undo, is asked a
    second time."""
    way = request.POST.get("way", "")
    if way not in WAYS:
        raise Http404
    if not _is_sure(request):
        form = PasswordForm(request.POST, user=request.user)
        if not form.is_valid():
            return render(request, "account/own_account.html", {"form": form}, status=400)
        if way == "erase":
            return render(request, "account/forget.html", {"sure": signing.dumps(True, salt=_salt(request.user))})
    WAYS[way](user=request.user)
    logout(request)
    return HttpResponseRedirect(reverse("joining:gone"))


def _is_sure(request):
    """Whether the second question is answered, by who typed their password before the first."""
    try:
        return signing.loads(request.POST.get("sure", ""), salt=_salt(request.user), max_age=SURE_FOR)
    except signing.BadSignature:
        return False


def _salt(user):
    return f"{SURE}:{user.pk}"


@require_safe
def gone(request):
    """That the account is closed."""
    return render(request, "joining/gone.html")
