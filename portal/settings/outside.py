"""Other machines that the portal speaks to by itself (portal/core/outside): catalogues, receivers of webhooks."""

import environ

_env = environ.Env()

# Whether those of the own network are among them: else an address could ask what only this machine may ask.
OUTSIDE_ALLOW_PRIVATE = _env.bool("OUTSIDE_ALLOW_PRIVATE", default=False)
