from django.apps import AppConfig


class CommunityConfig(AppConfig):
    """What members do around records: follow them, keep searches, ask and answer."""

    name = "portal.community"
    label = "community"

    def ready(self):
        from portal.access.changes import on_change
        from portal.community import own_rows, retained  # noqa: F401  registered by being imported
        from portal.community.tasks import tell_soon
        from portal.community.telling import KINDS
        from portal.directory.erasing import on_erase
        from portal.notifications.kinds import register

        for kind in KINDS:
            register(kind)
        on_change(tell_soon)
        on_erase(own_rows.forget_person)
