from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """What all records share: the page base, links, the registry of kinds, drafts and their review."""

    name = "portal.records"
    label = "records"

    def ready(self):
        from portal.core.open_words import refuse_by
        from portal.directory.erasing import on_erase
        from portal.directory.own_data import add_part
        from portal.records import checks, signal_handlers  # noqa: F401  registered by being imported
        from portal.records.linter.gate import refusal_of_open_words
        from portal.records.organisation_kind import ORGANISATION
        from portal.records.registry import register
        from portal.records.review import personal

        # The directory stands to the left and knows no registry.
        register(ORGANISATION)
        # Nor do the forms to the left know what must not be read.
        refuse_by(refusal_of_open_words)
        on_erase(personal.forget_person)
        add_part("reviewing", personal.of_person)
