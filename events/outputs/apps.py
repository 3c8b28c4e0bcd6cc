from django.apps import AppConfig


class OutputsConfig(AppConfig):
    """What came out of a session: findings, answers, barriers and solutions, recommendations, decisions."""

    name = "events.outputs"
    label = "outputs"

    def ready(self):
        from events.additions import on_session
        from events.outputs.kind import OUTPUT
        from events.outputs.queries import outputs_by_session
        from portal.records.registry import register

        register(OUTPUT)
        on_session(OUTPUT.label_plural, outputs_by_session)
