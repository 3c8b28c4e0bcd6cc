from django.apps import AppConfig


class CaptureConfig(AppConfig):
    """What is captured on the day of an event: lines of its sessions, sheets of its participants."""

    name = "events.capture"
    label = "capture"

    def ready(self):
        from events.additions import on_declared, on_page
        from events.capture import own_rows, retained  # noqa: F401  registered by being imported
        from events.capture.mails import KINDS
        from events.capture.queries import declared_on_sheets
        from events.capture.shown import capture_url
        from portal.notifications.kinds import register

        for kind in KINDS:
            register(kind)
        on_page("capture_url", capture_url)
        on_declared(declared_on_sheets)
