from django.apps import AppConfig


class AttendingConfig(AppConfig):
    """Who is invited to an event and who comes: invitations without accounts, participants, the board of sectors."""

    name = "events.attending"
    label = "attending"

    def ready(self):
        from events.additions import on_page
        from events.attending import own_rows, retained  # noqa: F401  registered by being imported
        from events.attending.board import board_of
        from events.attending.mails import KINDS
        from events.attending.reminding import remind
        from portal.directory.erasing import on_erase
        from portal.notifications.kinds import register as register_message
        from portal.notifications.reminders import remind_by

        for kind in KINDS:
            register_message(kind)
        on_page("invited_board", board_of)
        on_erase(own_rows.forget_person)
        remind_by("invitations", remind)
