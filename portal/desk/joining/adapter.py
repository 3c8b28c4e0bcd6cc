"""How allauth signs people in here and writes to them; named in settings."""

from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.core import ratelimit
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language

from portal.core.limits import is_used_up, key_with_network
from portal.directory.addresses import holder_of
from portal.notifications.posting import write_to

ANYBODY_CAUSES = tuple(f"account/email/{name}" for name in ("login_code", "password_reset_key", "unknown_account"))
"""Mails that whoever types an address has sent there. Beyond the limit none goes out, and the answer stays the same: it
neither tells who has an account nor keeps anybody from signing in."""


class AccountAdapter(DefaultAccountAdapter):
    """Nobody opens an account alone: people join by invitation or by a request that a member vouches for.

    Mails go through the outbox: an answer takes as long for an address that is known as for one that is not.
    """

    def is_open_for_signup(self, request):
        return False

    def send_mail(self, template_prefix, email, context):
        if template_prefix in ANYBODY_CAUSES and is_used_up(current.request, "account_mail", email.lower()):
            return
        told = {"request": current.request, "email": email, "site_url": settings.SITE_URL, **context}
        subject = render_to_string(f"{template_prefix}_subject.txt", told)
        text = render_to_string(f"{template_prefix}_message.txt", told)
        facts = {"subject": " ".join(subject.split()), "text": text.strip()}
        language = get_language() or settings.LANGUAGE_CODE
        write_to(kind="account", event=f"account:{uuid4()}", address=email, language=language, facts=facts)

    def pre_authenticate(self, request, **credentials):
        """Refuses to try one more password of an address: from the same network address, or in all."""
        super().pre_authenticate(request, **credentials)
        address = super()._get_login_attempts_cache_key(request, **credentials)
        if not ratelimit.consume(request, action="login_tried_in_all", key=address):
            raise self.validation_error("too_many_login_attempts")

    def _get_login_attempts_cache_key(self, request, **credentials):
        # Failed passwords count for an address and where they come from: else anybody could shut anybody out.
        return key_with_network(request, super()._get_login_attempts_cache_key(request, **credentials))


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """An issuer signs in whoever has confirmed, here, the address that it has confirmed there."""

    def authenticate_by_email(self, sociallogin):
        for address in sociallogin.email_addresses:
            may_stand_for = address.verified and self.can_authenticate_by_email(sociallogin, address.email)
            if may_stand_for and (holder := holder_of(address.email)) is not None:
                return holder, address.email
        return None
