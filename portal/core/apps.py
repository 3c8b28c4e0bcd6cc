from django.apps import AppConfig


class CoreConfig(AppConfig):
    """What knows no word of mine action: middleware, logs, the development server, template tags."""

    name = "portal.core"
    label = "core"
