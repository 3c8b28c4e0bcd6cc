from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """Data needs: who needs what, for which decision, in the coarsest form that helps; and what may fit them."""

    name = "practices.needs"
    label = "needs"

    def ready(self):
        from portal.access.changes import on_change
        from portal.records.registry import register
        from practices.needs import own_rows  # noqa: F401  registered by being imported
        from practices.needs.kind import NEED
        from practices.needs.tasks import renew_soon

        register(NEED)
        on_change(renew_soon)
