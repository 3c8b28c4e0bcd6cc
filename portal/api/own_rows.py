"""What is kept of a person here, for them to take along: of each token everything but the token."""

from portal.api.models import Token
from portal.directory.own_data import add_part


def _tokens(user):
    told = ("name", "scopes", "made_at", "expires_at", "last_used_at", "ended_at")
    return list(Token.objects.filter(user=user).order_by("made_at", "key").values(*told))


add_part("tokens_for_programs", _tokens)
