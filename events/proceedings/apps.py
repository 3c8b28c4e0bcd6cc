from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    """What an event found, drawn from the entries: as a page, PDF and DOCX, and frozen as numbered versions."""

    name = "events.proceedings"
    label = "proceedings"

    def ready(self):
        from events.additions import on_listed, on_page
        from events.proceedings import retained  # noqa: F401  registered by being imported
        from events.proceedings.mails import BECAME, BECAME_FOR_GUESTS
        from events.proceedings.reminding import tell_what_became
        from events.proceedings.row import last_versions, proceedings_url
        from portal.notifications.kinds import register
        from portal.notifications.reminders import remind_by

        on_listed(last_versions)
        on_page("proceedings_url", proceedings_url)
        register(BECAME)
        register(BECAME_FOR_GUESTS)
        remind_by("proceedings", tell_what_became)
