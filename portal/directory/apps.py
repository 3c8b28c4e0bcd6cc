from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Organisations, members, and the adapters of the sign-in."""

    name = "portal.directory"
    label = "directory"

    def ready(self):
        from portal.directory import retained  # noqa: F401  registered by being imported
