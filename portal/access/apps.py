from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The one place that decides who may know of a record and who may read it."""

    name = "portal.access"
    label = "access"

    def ready(self):
        from portal.access import retained, signal_handlers  # noqa: F401  registered by being imported
