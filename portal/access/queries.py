from django.db.models import Exists, OuterRef

from portal.access.enums import Zone
from portal.access.models import RecordIdentity


def visible_to(records, user, zone=Zone.CARD):
    """Of a queryset of models that are found by `key` (organisations), those whose card or details `user` may see."""
    # Asked of each row: SQLite would first list all that the user may see.
    return records.filter(Exists(RecordIdentity.objects.visible_to(user, zone).filter(key=OuterRef("key"))))
