"""One's own tokens: to make, to look through, to end. A token is shown once, in the answer to the form that made it."""

from functools import wraps

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.access.readers import takes_part
from portal.api.enums import Scope
from portal.api.forms import TokenForm
from portal.api.tokens import end_token, make_token, tokens_of
from portal.core.limits import limited
from portal.core.refusals import refused_in


def _for_community(view):
    """Wraps a view: visitors are led to the sign-in, who is not of the community gets 404."""

    @login_required
    @wraps(view)
    def inner(request, *args, **kwargs):
        if not takes_part(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return inner


@_for_community
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request):
    """The list of one's tokens, with the form of a new one."""
    if request.method == "POST":
        return _make(request)
    return _shown(request, TokenForm())


@_for_community
@require_POST
def end(request, key):
    """Ends one of one's own tokens at once."""
    end_token(token=get_object_or_404(tokens_of(request.user), key=key), by=request.user)
    messages.success(request, _("The token works no longer."))
    return HttpResponseRedirect(reverse("programs:tokens"))


@reauthentication_required(allow_get=False)
@limited("token")
def _make(request):
    """A new token, for who has signed in a short while ago."""
    form, made = TokenForm(request.POST), None
    if form.is_valid():
        with refused_in(form):
            made = make_token(by=request.user, **form.cleaned_data)
    return _shown(request, TokenForm() if made else form, made[1] if made else "")


def _shown(request, form, text=""):
    rows = [(token, [Scope(scope).label for scope in token.scopes]) for token in tokens_of(request.user)]
    context = {"form": form, "rows": rows, "text": text}
    return render(request, "api/tokens.html", context, status=400 if form.errors else 200)
