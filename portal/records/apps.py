from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """What all records share: the page base, links, the registry of kinds, drafts and their review."""

    name = "portal.records"
    label = "records"

    def ready(self):
        from portal.records import checks, signal_handlers  # noqa: F401  registered by being imported
        from portal.records.organisation_kind import ORGANISATION
        from portal.records.registry import register

        # The directory stands to the left and knows no registry.
        register(ORGANISATION)
