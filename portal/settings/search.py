"""Which engine answers searches: `database` (SQLite or PostgreSQL, whichever holds the records)."""

import environ

SEARCH_ENGINE = environ.Env().str("SEARCH_ENGINE", default="database")

# Wagtail's own page search serves only its admin. The public search is portal.search.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.search.admin_backend"}}
