"""Asks that what was withdrawn is given back; an editor, another person, approves among what waits for editors."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from portal.access.services import ask_restore, may_ask_back
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.by_code import identity_for
from portal.desk.my.actions import back_to
from portal.linkage.ends import ends_of


class AskBackForm(forms.Form):
    """Why it may be seen again."""

    reason = forms.CharField(
        label=gettext_lazy("Why may it be seen again?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The editor who decides reads it, for example “The figures are corrected.”"),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_back(request, code):
    """For who may ask it; absent for everybody else, and for what is not withdrawn."""
    identity = identity_for(request, code, may_ask_back)
    end = ends_of({identity.pk: identity}).get(identity.pk)
    if end is None:
        raise Http404
    form, back = AskBackForm(request.POST or None), back_to(request.GET)
    if request.method == "POST" and form.is_valid() and _is_asked(identity, request.user, form):
        messages.success(request, _("Asked: it is seen again as soon as an editor agrees."))
        return HttpResponseRedirect(back)
    context = {"form": form, "end": end, "back": back}
    return render(request, "my/ask_back.html", context, status=400 if form.errors else 200)


def _is_asked(identity, by, form):
    with refused_is_absent(), refused_in(form, "reason"):
        ask_restore(identity=identity, by=by, reason=form.cleaned_data["reason"])
    return form.is_valid()
