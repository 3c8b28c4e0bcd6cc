from django.apps import AppConfig


class UsersConfig(AppConfig):
    """The user model and nothing else: a user and pages in one app would depend on each other."""

    name = "portal.users"
    label = "users"
