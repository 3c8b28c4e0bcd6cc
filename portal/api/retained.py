"""How long tokens are kept that work no longer."""

from django.db.models import Q

from portal.api.models import Token
from portal.core.retention import kept_for


@kept_for("Tokens for programs, after their end", days=365)
def ended_tokens(before):
    return Token.objects.filter(Q(ended_at__lt=before) | Q(expires_at__lt=before)).delete()[0]
