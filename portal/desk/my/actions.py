"""What one does with an entry of one's organisation: still true, restrict now. Withdrawing: portal.desk.reviewing."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from portal.access.enums import Action, Level
from portal.access.policy import can
from portal.access.services import restrict_access
from portal.core.refusals import refused_in, refused_is_absent
from portal.desk.by_code import identity_for
from portal.linkage.ends import ends_for
from portal.records.confirming import confirm as confirm_entry


class NarrowForm(forms.Form):
    """To whom an entry is narrowed, and why."""

    listed_to = forms.ChoiceField(label=gettext_lazy("Who may still know of it"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("For the log, for example “The authority has not cleared these figures.”"),
    )

    def __init__(self, *args, identity, **options):
        super().__init__(*args, **options)
        narrower = [level for level in Level if level.rank > Level(identity.listed_to).rank]
        self.fields["listed_to"].choices = [(level.value, level.label) for level in reversed(narrower)]
        self.fields["listed_to"].initial = Level.OWNER.value

    def act(self, identity, by):
        """Narrows it. Raises ValidationError."""
        listed_to = Level(self.cleaned_data["listed_to"])
        details_to = Level.narrower(listed_to, identity.details_to)
        reason = self.cleaned_data["reason"]
        restrict_access(identity=identity, by=by, listed_to=listed_to, details_to=details_to, reason=reason)


@login_required
@require_POST
def confirm(request, code):
    """ "Still true", said with one button."""
    identity = _identity(request, code, Action.READ)
    with refused_is_absent():
        confirm_entry(identity=identity, by=request.user)
    messages.success(request, _("Thank you: confirmed today."))
    return HttpResponseRedirect(back_to(request.POST))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def restrict(request, code):
    """Asks for whom an entry shall stay, and narrows it at once."""
    identity = _identity(request, code, Action.RESTRICT)
    form, back = NarrowForm(request.POST or None, identity=identity), back_to(request.GET)
    if request.method == "POST" and form.is_valid():
        with refused_in(form):
            form.act(identity, request.user)
            messages.success(request, _("Restricted: it is so everywhere from now on."))
            return HttpResponseRedirect(back)
    end = ends_for([identity.pk], request.user).get(identity.pk)
    if end is None:
        raise Http404
    context = {"form": form, "end": end, "back": back}
    return render(request, "my/restrict.html", context, status=400 if form.errors else 200)


def _identity(request, code, action):
    return identity_for(request, code, lambda user, identity: can(user, action, identity))


def back_to(parameters):
    """Where the button was: on the page of the organisation that the address or the form names, else on `/my/`."""
    code = parameters.get("organisation", "")
    home = reverse("my:our-data")
    return f"{home}?organisation={code}" if code.replace("-", "").isalnum() else reverse("my:home")
