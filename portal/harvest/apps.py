from django.apps import AppConfig


class HarvestConfig(AppConfig):
    """Data sets of other catalogues as drafts of data holdings (docs/decisions/0052)."""

    name = "portal.harvest"
    label = "harvest"

    def ready(self):
        from portal.directory.erasing import on_erase
        from portal.harvest import own_rows, retained  # noqa: F401  registered by being imported
        from portal.harvest.reading_days import last_reading
        from portal.records.catalogues import on_catalogue

        on_erase(own_rows.forget_person)
        on_catalogue(last_reading)
