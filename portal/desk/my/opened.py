"""To whom the details of an entry are opened beyond its level, and the button that ends it at once."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.access.enums import Action
from portal.access.models import Grant
from portal.access.policy import can
from portal.access.services import end_grant
from portal.core.limits import limited
from portal.core.marks import mark_of, marked
from portal.core.refusals import refused_in
from portal.desk.by_code import identity_for
from portal.desk.my.writers import people_without_names
from portal.linkage.ends import ends_for
from practices.requests import services


class EndForm(forms.Form):
    """Why access ends."""

    note = forms.CharField(
        label=gettext_lazy("Why?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For the log; who asked reads it, too. For example “The figures are being corrected.”"),
    )


@dataclass(frozen=True)
class Opened:
    """One grant that runs: for whom, said without a person's name, since when and until when, and on what."""

    mark: str
    holder: str
    since: datetime
    until: datetime | None
    request: str
    """The code of the request that it was given on; "" for none."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("answer")
def opened(request, code):
    """For the chain of an entry: those who may restrict it. Absent for everybody else."""
    identity = identity_for(request, code, lambda user, found: can(user, Action.RESTRICT, found))
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _is_ended(request, identity, form):
        messages.success(request, _("Ended: it is so from the next page that they open."))
        return HttpResponseRedirect(request.path)
    end = ends_for([identity.pk], request.user).get(identity.pk)
    if end is None:
        raise Http404
    context = {"form": form, "end": end, "opened": opened_to(identity, request.user)}
    return render(request, "my/opened.html", context, status=400 if form.errors else 200)


def opened_to(identity, user) -> list[Opened]:
    """The grants of an entry that run now, the newest first. A constant number of queries."""
    grants = list(running(Grant.objects.filter(identity=identity)).select_related("organisation", "data_request"))
    called = people_without_names({each.user_id for each in grants if each.user_id}, user)
    return [
        Opened(
            mark=mark_of(each),
            holder=each.organisation.name if each.organisation else called.get(each.user_id, ""),
            since=each.starts_at,
            until=each.until,
            request=((asked := _request_of(each)) and asked.code) or "",
        )
        for each in grants
    ]


def running(grants):
    """Of these grants (a queryset) those that run now, the newest first."""
    now = timezone.now()
    return grants.filter(Q(until=None) | Q(until__gt=now), starts_at__lte=now, ended_at=None).order_by("-starts_at")


def _request_of(grant):
    try:
        return grant.data_request
    except ObjectDoesNotExist:
        return None


def _is_ended(request, identity, form):
    """Whether the grant that the button names is ended; what was given on a request is taken back there."""
    grant = marked(running(Grant.objects.filter(identity=identity)), request.POST.get("grant", ""))
    if grant is None:
        raise Http404
    with refused_in(form, "note"):
        _end(grant, request.user, form.cleaned_data["note"])
    return form.is_valid()


def _end(grant, by, note):
    """Ends it; what was given on a request is taken back there, with the words that who asked reads."""
    asked = _request_of(grant)
    if asked is None:
        end_grant(grant=grant, by=by, reason=note)
        return
    try:
        services.revoke(request=asked, by=by, note=note)
    except PermissionDenied:
        services.close_access(request=asked, by=by, note=note)
