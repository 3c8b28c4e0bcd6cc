from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """Data needs: who needs what, for which decision, in the coarsest form that helps; and what may fit them."""

    name = "practices.needs"
    label = "needs"

    def ready(self):
        from portal.records.registry import register
        from practices.needs.kind import NEED

        register(NEED)
