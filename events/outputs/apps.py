from django.apps import AppConfig


class OutputsConfig(AppConfig):
    """What came out of a session: findings, answers, barriers and solutions, recommendations, decisions."""

    name = "events.outputs"
    label = "outputs"
