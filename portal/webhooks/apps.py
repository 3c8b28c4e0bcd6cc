from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """Tells machines of members when public records come, change and go (docs/decisions/0054)."""

    name = "portal.webhooks"
    label = "webhooks"

    def ready(self):
        from portal.access.changes import on_changed
        from portal.directory.erasing import on_erase
        from portal.webhooks import own_rows, retained  # noqa: F401  registered by being imported
        from portal.webhooks.telling import tell_of

        on_changed(tell_of)
        on_erase(own_rows.forget_person)
