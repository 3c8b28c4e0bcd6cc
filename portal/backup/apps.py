from django.apps import AppConfig


class BackupConfig(AppConfig):
    """All rows and private files in one file, and back into an empty portal. Knows no feature: it walks the models."""

    name = "portal.backup"
    label = "backup"
