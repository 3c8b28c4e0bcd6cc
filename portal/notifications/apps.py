from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Mails: an outbox that is written with what it tells of, preferences, the digest."""

    name = "portal.notifications"
    label = "notifications"

    def ready(self):
        from portal.notifications.digests import DIGEST
        from portal.notifications.kinds import register

        register(DIGEST)
