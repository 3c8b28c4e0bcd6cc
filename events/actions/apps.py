from django.apps import AppConfig


class ActionsConfig(AppConfig):
    """Follow-up actions: who does what by when, what became of it."""

    name = "events.actions"
    label = "actions"

    def ready(self):
        from events.actions import own_rows, retained  # noqa: F401  registered by being imported
        from events.actions.at_events import actions_by_session, open_actions
        from events.actions.kind import ACTION
        from events.actions.mails import KINDS
        from events.actions.reminding import remind
        from events.additions import on_listed, on_session
        from portal.directory.erasing import on_erase
        from portal.notifications.kinds import register as register_message
        from portal.notifications.reminders import remind_by
        from portal.records.registry import register

        register(ACTION)
        on_session(ACTION.label_plural, actions_by_session)
        on_listed(open_actions)
        for kind in KINDS:
            register_message(kind)
        on_erase(own_rows.forget_person)
        remind_by("actions", remind)
