from django.apps import AppConfig


class TransferConfig(AppConfig):
    """Taking lists away: the rows of any list or search as a file or a feed, for who asks."""

    name = "portal.transfer"
    label = "transfer"
