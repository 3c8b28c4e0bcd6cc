from django.apps import AppConfig


class CoreConfig(AppConfig):
    """What knows no word of mine action: middleware, logs, the development server, template tags."""

    name = "portal.core"
    label = "core"

    def ready(self):
        from portal.core import retained, signal_handlers  # noqa: F401  registered by being imported
