from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The read model: what can be found, by whom; all of it can be rebuilt from the records."""

    name = "portal.search"
    label = "search"

    def ready(self):
        from portal.access.changes import on_change
        from portal.core.worker import beside_tasks
        from portal.search import retained  # noqa: F401  registered by being imported
        from portal.search.cluster.client import is_used
        from portal.search.cluster.courier import bring
        from portal.search.projection import project_all

        on_change(project_all)
        if is_used():
            beside_tasks("search", 0.5, bring)
