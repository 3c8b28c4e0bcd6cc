from django.apps import AppConfig


class CoverageConfig(AppConfig):
    """How well each kind of data is covered in a country, as organisations say it."""

    name = "practices.coverage"
    label = "coverage"
