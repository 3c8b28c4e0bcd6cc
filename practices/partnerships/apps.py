from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    """Partnership ideas: what organisations could do together, who is in, what is missing, what comes of it."""

    name = "practices.partnerships"
    label = "partnerships"

    def ready(self):
        from portal.access.changes import on_change
        from portal.directory.erasing import on_erase
        from portal.notifications.kinds import register as register_message
        from portal.records.registry import register
        from practices.partnerships import own_rows
        from practices.partnerships.inviting import INVITED, invite_partners
        from practices.partnerships.kind import IDEA

        register(IDEA)
        register_message(INVITED)
        on_change(invite_partners)
        on_erase(own_rows.forget_person)
