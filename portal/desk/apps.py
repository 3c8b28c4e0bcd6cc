from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Rooms in which people act, and views over several kinds (docs/architecture.md)."""

    name = "portal.desk"
    label = "desk"

    def ready(self):
        """Tells the rooms to the left what the desk has: mails, what waits on `/my/`, how long rows are kept."""
        from portal.access.changes import on_change
        from portal.desk.joining import retained as retained_of_joining  # noqa: F401  registered by being imported
        from portal.desk.members import retained  # noqa: F401  registered by being imported
        from portal.desk.progress.marks import note_states

        _register_mails()
        _register_lines()
        on_change(note_states)


def _register_mails():
    from portal.access.changes import on_owner
    from portal.desk.incident import mails as of_incidents
    from portal.desk.joining import mails as of_joining
    from portal.desk.members import mails as of_members
    from portal.desk.owners import mails as to_owners
    from portal.desk.reviewing import mails as of_reviewing
    from portal.directory.events import on_event

    for mails in (of_joining, of_reviewing, of_incidents, to_owners, of_members):
        mails.register_kinds()
    on_owner(to_owners.post)
    on_event(of_joining.post)


def _register_lines():
    from portal.desk.actions import my_lines as of_actions
    from portal.desk.capture import my_lines as of_capture
    from portal.desk.community import my_lines as of_community
    from portal.desk.incident import my_lines as of_incidents
    from portal.desk.my import my_lines as of_the_desk
    from portal.desk.owners import my_lines as of_owners
    from portal.desk.requests import my_lines as of_requests

    for lines in (of_the_desk, of_incidents, of_community, of_requests, of_actions, of_capture, of_owners):
        lines.register_lines()
