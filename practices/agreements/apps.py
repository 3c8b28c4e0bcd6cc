from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Agreements under which data are shared: between whom, which data, how fine, until when."""

    name = "practices.agreements"
    label = "agreements"

    def ready(self):
        from portal.access.changes import on_change
        from portal.access.resting import on_running
        from portal.access.services import settle_grants
        from portal.notifications.kinds import register as register_message
        from portal.notifications.reminders import remind_by
        from portal.records.registry import register
        from practices.agreements.kind import AGREEMENT
        from practices.agreements.protocols import classes_of
        from practices.agreements.reminding import ENDING, remind
        from practices.agreements.running import runs_until
        from practices.holdings.protocols import on_classes

        register(AGREEMENT)
        register_message(ENDING)
        remind_by("agreements", remind)
        on_running(runs_until)
        on_change(settle_grants)
        on_classes(classes_of)
