from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Partnership ideas: what organisations could do together, who is in, what is missing, what comes of it."""

    name = "practices.partnerships"
    label = "partnerships"
