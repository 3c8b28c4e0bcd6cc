"""How allauth signs people in here and writes to them; named in settings."""

from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language

from portal.notifications.posting import write_to


class AccountAdapter(DefaultAccountAdapter):
    """Nobody opens an account alone: people join by invitation or by a request that a member vouches for.

    Mails go through the outbox: an answer takes as long for an address that is known as for one that is not.
    """

    def is_open_for_signup(self, request):
        return False

    def send_mail(self, template_prefix, email, context):
        told = {"request": current.request, "email": email, "site_url": settings.SITE_URL, **context}
        subject = render_to_string(f"{template_prefix}_subject.txt", told)
        text = render_to_string(f"{template_prefix}_message.txt", told)
        facts = {"subject": " ".join(subject.split()), "text": text.strip()}
        language = get_language() or settings.LANGUAGE_CODE
        write_to(kind="account", event=f"account:{uuid4()}", address=email, language=language, facts=facts)
