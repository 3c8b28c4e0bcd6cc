"""Reading other catalogues (portal/harvest): how much, how long, how often."""

import environ

_env = environ.Env()

# Seconds for all of one answer, and bytes of it that are read.
HARVEST_TIMEOUT = _env.float("HARVEST_TIMEOUT", default=60)
HARVEST_MOST_BYTES = _env.int("HARVEST_MOST_BYTES", default=50_000_000)
# Data sets of one reading.
HARVEST_MOST = _env.int("HARVEST_MOST", default=5_000)
# Seconds between two questions to one catalogue.
HARVEST_DELAY = _env.float("HARVEST_DELAY", default=1)
