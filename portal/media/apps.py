from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Own image, rendition and document models, in private storage."""

    name = "portal.media"
    label = "media"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from portal.media import retained  # noqa: F401  registered by being imported
