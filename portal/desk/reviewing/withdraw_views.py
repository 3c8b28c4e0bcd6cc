from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.services import withdraw_record
from portal.desk.by_code import identity_for
from portal.notifications.naming import published


class WithdrawAtOnceForm(forms.Form):
    reason = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Why it is withdrawn"),
        help_text=_("For editors and the log, for example “It names the street of a depot.”"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, code):
    """Takes an entry away from everybody but editors, at once: for editors and who speaks for its owner or keeper.

    Absent for everybody else, when it is withdrawn already, and while nothing of it was ever published.
    """
    identity = identity_for(request, code, _may_withdraw)
    form = WithdrawAtOnceForm(request.POST or None)
    is_done = request.method == "POST" and form.is_valid()
    if is_done:
        try:
            withdraw_record(identity=identity, by=request.user, reason=form.cleaned_data["reason"])
        except PermissionDenied as refused:
            raise Http404 from refused
    context = {"form": form, "code": identity.code, "is_done": is_done}
    return render(request, "reviewing/withdraw.html", context, status=400 if form.errors else 200)


def _may_withdraw(user, identity):
    # What was never published is nowhere to be taken from.
    return identity.withdrawn_at is None and can(user, Action.WITHDRAW, identity) and published(identity).exists()
