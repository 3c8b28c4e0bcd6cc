from django.apps import AppConfig


class PlatformsConfig(AppConfig):
    """Platforms, their limits and the bridges between them; flows: which data go from whom to whom."""

    name = "practices.platforms"
    label = "platforms"

    def ready(self):
        from portal.records.registry import register
        from practices.platforms.flow_kind import FLOW
        from practices.platforms.platform_kind import PLATFORM

        register(PLATFORM)
        register(FLOW)
