from django import forms
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.access.services import withdraw_record
from portal.core.refusals import refused_is_absent
from portal.desk.by_code import identity_for
from portal.desk.my.actions import back_to
from portal.linkage.ends import ends_for
from portal.notifications.naming import published


class WithdrawAtOnceForm(forms.Form):
    reason = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Why it is withdrawn"),
        help_text=_("Read by editors and by who speaks for its owner or keeper: “It names the street of a depot.”"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, code):
    """Takes an entry away from everybody but editors, at once: for editors and who speaks for its owner or keeper.

    Absent for everybody else, when it is withdrawn already, and while nothing of it was ever published.
    """
    identity = identity_for(request, code, _may_withdraw)
    # Read before: afterwards nobody but editors may know of it.
    end = ends_for([identity.pk], request.user).get(identity.pk)
    if end is None:
        raise Http404
    form = WithdrawAtOnceForm(request.POST or None)
    is_done = request.method == "POST" and form.is_valid()
    if is_done:
        with refused_is_absent():
            withdraw_record(identity=identity, by=request.user, reason=form.cleaned_data["reason"])
    back = back_to(request.GET) if "organisation" in request.GET else ""
    context = {"form": form, "end": end, "back": back, "kept_in": _kept_in(identity, request.user), "is_done": is_done}
    return render(request, "reviewing/withdraw.html", context, status=400 if form.errors else 200)


def _kept_in(identity, user):
    """Where it stands in a list after it is withdrawn: with its owner or keeper; "" where one sees none."""
    reader = reader_of(user)
    for organisation in filter(None, (identity.owner, identity.custodian)):
        if reader.is_editor or organisation.pk in reader.focal_ids:
            return f"{reverse('my:our-data')}?organisation={organisation.code}#withdrawn"
    return ""


def _may_withdraw(user, identity):
    # What was never published is nowhere to be taken from.
    return identity.withdrawn_at is None and can(user, Action.WITHDRAW, identity) and published(identity).exists()
