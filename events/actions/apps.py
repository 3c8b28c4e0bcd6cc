from django.apps import AppConfig


class ActionsConfig(AppConfig):
    """Follow-up actions: who does what by when, what became of it."""

    name = "events.actions"
    label = "actions"
