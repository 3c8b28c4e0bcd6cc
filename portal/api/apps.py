from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The interface for programs: what a reader may read as data, and what members write (docs/decisions/0051)."""

    name = "portal.api"
    label = "api"

    def ready(self):
        """Tells the rooms to the left what is kept here of people."""
        from portal.api import own_rows, retained  # noqa: F401  registered by being imported
        from portal.api.tokens import end_all, forget_all
        from portal.directory.erasing import on_close, on_erase

        on_close(end_all)
        on_erase(forget_all)
