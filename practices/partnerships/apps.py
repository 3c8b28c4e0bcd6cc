from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Partnership ideas: what organisations could do together, who is in, what is missing, what comes of it."""

    name = "practices.partnerships"
    label = "partnerships"

    def ready(self):
        from events.additions import on_session
        from portal.access.changes import on_change
        from portal.directory.erasing import on_erase
        from portal.notifications.kinds import register as register_message
        from portal.records.registry import register
        from practices.partnerships import own_rows
        from practices.partnerships.at_events import ideas_by_session
        from practices.partnerships.inviting import ASKED_AGAIN, INVITED, invite_partners
        from practices.partnerships.kind import IDEA
        from practices.partnerships.telling import MOVED

        register(IDEA)
        on_session(IDEA.label_plural, ideas_by_session)
        register_message(INVITED)
        register_message(MOVED)
        register_message(ASKED_AGAIN)
        on_change(invite_partners)
        on_erase(own_rows.forget_person)
