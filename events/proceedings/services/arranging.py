from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.proceedings.models import Arrangement
from events.rights import runs
from portal.access.changes import announce
from portal.access.models import RecordIdentity
from portal.directory.rights import require
from portal.records.linter.gate import refusal_of_short_text


@transaction.atomic
def arrange(*, event, by, introduction, places=(), left_out=()) -> Arrangement:
    """Says how the proceedings of an event (an identity) are told: the introduction, keys (hex) of sessions and outputs
    in their order, and those that are left out.

    Raises PermissionDenied for who does not run the event; ValidationError, at `introduction`, for words that not all
    who read the event may read.
    """
    require(runs(by, event))
    event = RecordIdentity.objects.select_for_update().get(pk=event.pk)
    introduction = introduction.replace("\r\n", "\n").strip()
    if sentence := refusal_of_short_text(introduction, _("Introduction"), event.details_to):
        raise ValidationError({"introduction": sentence})
    values = {
        "introduction": introduction,
        "checked_for": event.details_to,
        "places": list(dict.fromkeys(places)),
        "left_out": sorted(set(left_out)),
    }
    arrangement, _made = Arrangement.objects.update_or_create(event=event, defaults=values)
    announce(event.key)
    return arrangement
