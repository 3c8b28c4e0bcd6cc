from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The home page, the standard pages, the menu, and the commands that set a portal up."""

    name = "portal.home"
    label = "home"

    def ready(self):
        from events.proceedings.answered import answered_at
        from portal.home.questions import QUESTIONS

        answered_at("/questions/", [asked.text for asked in QUESTIONS])
