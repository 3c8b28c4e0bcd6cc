from django import forms
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from portal.core.limits import limited
from portal.core.refusals import refused_is_absent
from portal.desk.by_code import identity_for
from practices.agreements.ending import end_agreement, may_end


class EndForm(forms.Form):
    reason = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Why it ends"),
        help_text=_("For the log, for example “The project is over.”"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@limited("act")
def end(request, code):
    """Ends an agreement in one step: for who speaks for a party, and editors; absent for everybody else, and when it is
    not in force."""
    identity = identity_for(request, code, may_end)
    form = EndForm(request.POST or None)
    is_done = request.method == "POST" and form.is_valid()
    if is_done:
        with refused_is_absent():
            end_agreement(identity=identity, by=request.user, reason=form.cleaned_data["reason"])
    context = {"form": form, "code": identity.code, "is_done": is_done}
    return render(request, "agreements/end.html", context, status=400 if form.errors else 200)
