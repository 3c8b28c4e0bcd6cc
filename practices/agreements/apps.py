from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Agreements under which data are shared: between whom, which data, how fine, until when."""

    name = "practices.agreements"
    label = "agreements"

    def ready(self):
        from portal.records.registry import register
        from practices.agreements.kind import AGREEMENT

        register(AGREEMENT)
