"""Answers to visitors that are kept until something is written (docs/decisions/0007)."""

# In the memory of each process: what is kept is found by a number in the database, so processes need not agree.
PAGE_CACHE = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "pages",
    # Seconds, for what passes with time and for what was written past Django.
    "TIMEOUT": 300,
    # Beyond it a third is dropped, what was asked for longest ago first: odd addresses cannot fill the memory.
    "OPTIONS": {"MAX_ENTRIES": 500},
}

# Beginnings of addresses whose answers are never for everybody, or that must answer without the database.
ADDRESSES_NEVER_KEPT = (
    "/healthz", "/readyz", "/files/", "/admin/", "/django-admin/", "/accounts/", "/static/",
    # It tells of files that are made without anything being written to the database.
    "/offline", "/fr/offline", "/ar/offline",
)  # fmt: skip

# Written to without anybody changing what a visitor's page shows. Whatever is not named here makes all pages new.
TABLES_NO_PAGE_SHOWS = (
    "access_auditentry",
    "api_",
    "account_",
    "community_",
    "core_preparation",
    "core_workerbeat",
    "directory_erasedaccount",
    "directory_handover",
    "directory_invitation",
    "directory_joinrequest",
    "directory_nomination",
    "django_admin_log",
    "django_session",
    "django_tasks_",
    "mfa_",
    "notifications_",
    "portal_cache",
    "search_asked",
    "search_asker",
    "search_asking",
    "socialaccount_",
    "usersessions_",
    "wagtailadmin_",
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
    "wagtailcore_revision",
    "wagtailsearch_",
)
