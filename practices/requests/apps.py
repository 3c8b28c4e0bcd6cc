from django.apps import AppConfig


class RequestsConfig(AppConfig):
    """Requests: who asks whom for details or data, for what, and what came of it. The data never pass through here."""

    name = "practices.requests"
    label = "requests"

    def ready(self):
        from portal.access.changes import on_change
        from portal.directory.erasing import on_erase
        from portal.notifications.kinds import register
        from practices.requests import own_rows, retained  # noqa: F401  registered by being imported
        from practices.requests.mails import KINDS
        from practices.requests.parties import follow_parties

        for kind in KINDS:
            register(kind)
        on_erase(own_rows.forget_person)
        on_change(follow_parties)
