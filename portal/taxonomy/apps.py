from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    """The controlled vocabularies, in English, French and Arabic, and the glossary."""

    name = "portal.taxonomy"
    label = "taxonomy"
