from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Views across records: organisations, lessons, glossary, and where a code leads."""

    name = "portal.desk"
    label = "desk"
