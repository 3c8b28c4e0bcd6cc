"""Whoever could open what others must not see signs in with two things: a password and something they hold."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.access.readers import reader_of
from portal.directory.rights import ADMIN_PERMISSION

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
OPEN = ("mfa_", "account_", "usersessions_")
"""How the names of allauth's own addresses begin, where a second factor is set up, an address confirmed, and where one
signs out. Names in a namespace, such as django-admin's, are none of these."""


def must_have_factor(user):
    """Whether this person may do nothing without a second factor: editors, administrators, who speaks for an authority.

    Demo accounts are exempt where they are allowed at all: everybody knows their password anyway.
    """
    if not user.is_authenticated or _is_demo(user):
        return False
    # Rights are in memory already; whom somebody speaks for is not.
    return user.has_perm(ADMIN_PERMISSION) or reader_of(user).speaks_for_authority


def lacks_factor(user):
    """Whether this person must have a second factor and has none."""
    return must_have_factor(user) and not Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def second_factor_first(get_response):
    """Leads those who lack a second factor to where they set one up, whatever they ask for."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view, args, kwargs):
        # Without a session nobody is signed in, and it is not asked for: the answer may be kept for everybody.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        if request.resolver_match.view_name.startswith(OPEN) or not lacks_factor(request.user):
            return None
        messages.warning(request, _("Set up a second factor first: your account opens what others must not see."))
        return redirect(reverse("mfa_index"))

    middleware.process_view = process_view
    return middleware


def _is_demo(user):
    return settings.PORTAL_DEMO_ALLOWED and user.email.endswith(settings.DEMO_ADDRESSES)
