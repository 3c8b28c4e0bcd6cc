"""Who has no password proves by mail who they are, before what a stolen session must not do."""

from functools import wraps

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

CHOOSES_ONE = "account_set_password"
OPENS_THE_ACCOUNT = ("mfa_activate_totp", "mfa_add_webauthn")
"""What is added here signs in, or stands for the password. allauth has the password typed again, of who has one."""
CHANGES_ADDRESSES = "account_email"


def password_first(view):
    """Wraps allauth's views: who cannot prove anything is led to the link by mail, by which one chooses a password."""

    @wraps(view)
    def inner(request, *args, **kwargs):
        if not _needs_proof(request) or _can_prove(request):
            return view(request, *args, **kwargs)
        messages.warning(request, _("Choose a password first: we send you a link."))
        return redirect("account_reset_password")

    return inner


def _needs_proof(request):
    name = request.resolver_match.url_name
    return name == CHOOSES_ONE or name in OPENS_THE_ACCOUNT or (name == CHANGES_ADDRESSES and request.method == "POST")


def _can_prove(request):
    user = request.user
    if not user.is_authenticated or user.has_usable_password():
        return True
    return request.resolver_match.url_name != CHOOSES_ONE and bool(get_adapter().get_reauthentication_methods(user))
