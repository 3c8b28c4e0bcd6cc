from portal.access.enums import Zone
from portal.access.models import RecordIdentity


def visible_to(records, user, zone=Zone.CARD):
    """Of a queryset of models that are found by `key` (organisations), those whose card or details `user` may see."""
    return records.filter(key__in=RecordIdentity.objects.visible_to(user, zone).values("key"))
