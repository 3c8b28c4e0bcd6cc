"""Which engine answers searches: `database` (SQLite or PostgreSQL, whichever holds the records) or `elasticsearch`."""

import environ

_env = environ.Env()
SEARCH_ENGINE = _env.str("SEARCH_ENGINE", default="database")

# Addresses of the cluster's nodes, apart by commas; name and password stand in them: https://name:password@host:9200
ELASTICSEARCH_URLS = [url.strip() for url in _env.str("ELASTICSEARCH_URL", default="http://127.0.0.1:9200").split(",")]
# What the names of its indices begin with: portals may share a cluster.
ELASTICSEARCH_INDEX = _env.str("ELASTICSEARCH_INDEX", default="portal")
# Who vouches for its certificate (a file), where that is not known to the system.
ELASTICSEARCH_CA_CERTS = _env.str("ELASTICSEARCH_CA_CERTS", default="")
# Seconds that a reader's search waits for it before the database answers.
ELASTICSEARCH_TIMEOUT = _env.float("ELASTICSEARCH_TIMEOUT", default=1.0)

# Wagtail's own page search serves only its admin. The public search is portal.search.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.search.admin_backend"}}
