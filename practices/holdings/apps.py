from django.apps import AppConfig


class HoldingsConfig(AppConfig):
    """Data holdings: who has which data, and in which form they may go to whom. Catalogue cards, never the data."""

    name = "practices.holdings"
    label = "holdings"

    def ready(self):
        from portal.records.registry import register
        from practices.holdings.kind import HOLDING

        register(HOLDING)
