from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Workshops and other events: their aim, their programme, who is invited."""

    name = "events"
    label = "events"

    def ready(self):
        from events.kind import EVENT
        from events.rights import names
        from portal.access.runners import on_runners
        from portal.records.registry import register

        register(EVENT)
        on_runners(names)
