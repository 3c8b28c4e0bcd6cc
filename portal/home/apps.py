from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The home page, the standard pages, the menu, and the commands that set a portal up."""

    name = "portal.home"
    label = "home"
