from django.apps import AppConfig


class OfflineConfig(AppConfig):
    """The portal to take along: what visitors may read as one file of plain pages that needs no connection."""

    name = "portal.offline"
    label = "offline"
