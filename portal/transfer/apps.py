from django.apps import AppConfig


class TransferConfig(AppConfig):
    """Taking lists away, and bringing entries in: as files and feeds, for who asks."""

    name = "portal.transfer"
    label = "transfer"

    def ready(self):
        from portal.directory.erasing import on_erase
        from portal.transfer import own_rows

        on_erase(own_rows.forget_person)
