from django.apps import AppConfig


class LinkageConfig(AppConfig):
    """Reads of the graph of records: links from both ends, asked of the access decision for each end."""

    name = "portal.linkage"
    label = "linkage"
