from django.apps import AppConfig


class PracticesConfig(AppConfig):
    """Practices: what to do, when, with which standard, against which barrier, and which cases prove it."""

    name = "practices"

    def ready(self):
        from portal.records.registry import register
        from practices.kind import PRACTICE

        register(PRACTICE)
