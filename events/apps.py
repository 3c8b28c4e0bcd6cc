from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Workshops and other events: their aim, their programme, who is invited."""

    name = "events"
    label = "events"
