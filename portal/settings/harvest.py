"""Reading other catalogues (portal/harvest): how much, how long, how often, and from where."""

import environ

_env = environ.Env()

# Seconds for all of one answer, and bytes of it that are read.
HARVEST_TIMEOUT = _env.float("HARVEST_TIMEOUT", default=60)
HARVEST_MOST_BYTES = _env.int("HARVEST_MOST_BYTES", default=50_000_000)
# Data sets of one reading.
HARVEST_MOST = _env.int("HARVEST_MOST", default=5_000)
# Seconds between two questions to one catalogue.
HARVEST_DELAY = _env.float("HARVEST_DELAY", default=1)
# Whether catalogues inside the own network may be read: else an address could ask what only this machine may ask.
HARVEST_ALLOW_PRIVATE = _env.bool("HARVEST_ALLOW_PRIVATE", default=False)
