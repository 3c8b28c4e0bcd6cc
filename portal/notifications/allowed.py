from portal.access.models import RecordIdentity
from portal.notifications import kinds
from portal.notifications.naming import published


def may_have(notice):
    """Whether its reader, a user, has an account that is active, and may know now of the record that it names."""
    if not notice.user.is_active:
        return False
    identity = notice.record and RecordIdentity.objects.filter(pk=notice.record).first()
    is_published = bool(identity and published(identity).exists())
    return kinds.kind(notice.kind).may_go_to(notice.user, identity, is_published, notice.facts)
