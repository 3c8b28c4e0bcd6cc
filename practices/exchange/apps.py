from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Who has what, who needs what, what goes from whom to whom, and what is withheld: seen across the entries."""

    name = "practices.exchange"
    label = "exchange"
