from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Rooms in which people act, and views over several kinds (docs/architecture.md)."""

    name = "portal.desk"
    label = "desk"

    def ready(self):
        from portal.access.changes import on_change, on_owner
        from portal.desk.actions import my_lines as action_lines
        from portal.desk.capture import my_lines as capture_lines
        from portal.desk.community import my_lines as community_lines
        from portal.desk.incident import mails as mails_of_incidents
        from portal.desk.incident.my_lines import register_decisions
        from portal.desk.joining import mails
        from portal.desk.joining import retained as retained_of_joining  # noqa: F401  registered by being imported
        from portal.desk.members import mails as members_mails
        from portal.desk.members import retained  # noqa: F401  registered by being imported
        from portal.desk.my.my_lines import register_lines
        from portal.desk.owners import mails as mails_to_owners
        from portal.desk.owners import my_lines as lines_of_owners
        from portal.desk.progress.marks import note_states
        from portal.desk.requests import my_lines as request_lines
        from portal.desk.reviewing import mails as mails_of_reviewing
        from portal.directory.events import on_event

        mails.register_kinds()
        mails_of_reviewing.register_kinds()
        mails_of_incidents.register_kinds()
        mails_to_owners.register_kinds()
        on_owner(mails_to_owners.post)
        on_change(note_states)
        on_event(mails.post)
        register_lines()
        register_decisions()
        community_lines.register_lines()
        request_lines.register_lines()
        action_lines.register_lines()
        capture_lines.register_lines()
        lines_of_owners.register_lines()
        members_mails.register_kinds()
