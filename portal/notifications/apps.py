from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Mails: an outbox that is written with what it tells of, what people want, the digest."""

    name = "portal.notifications"
    label = "notifications"

    def ready(self):
        from portal.access.changes import on_change, on_grant
        from portal.directory.erasing import on_erase
        from portal.notifications import (  # noqa: F401  registered by being imported
            grants,
            own_rows,
            retained,
            review_steps,
            signal_handlers,
        )
        from portal.notifications.digests import DIGEST
        from portal.notifications.forgetting import forget_person
        from portal.notifications.kinds import register

        for kind in (DIGEST, grants.GRANTED, *review_steps.KINDS):
            register(kind)
        on_change(review_steps.tell_of_withdrawals)
        on_grant(grants.tell_of_grant)
        on_erase(forget_person)
