"""How allauth signs people in here; named in settings."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Nobody opens an account alone: people join by invitation or by a request that a member vouches for."""

    def is_open_for_signup(self, request):
        return False
