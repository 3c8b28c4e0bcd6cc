from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.capture.queries import minutes_of
from events.proceedings.minutes import wording_of
from events.proceedings.models import Arrangement
from events.rights import runs
from portal.access.changes import announce
from portal.access.models import RecordIdentity
from portal.directory.rights import require
from portal.records.linter.gate import refusal_of_short_text


@transaction.atomic
def arrange(*, event, by, introduction, places=(), left_out=(), minutes=()) -> Arrangement:
    """Says how the proceedings of an event (an identity) are told: the introduction, keys (hex) of sessions and outputs
    in their order, those that are left out, and those of the captured minutes that are told.

    Raises PermissionDenied for who does not run the event; ValidationError, at `introduction` or `minutes`, for words
    that not all who read the event may read.
    """
    require(runs(by, event))
    event = RecordIdentity.objects.select_for_update().get(pk=event.pk)
    introduction = introduction.replace("\r\n", "\n").strip()
    told = [line for line in minutes_of(event.key) if line.pk.hex in set(minutes)]
    _require_words_for_all(introduction, told, event.details_to)
    values = {
        "introduction": introduction,
        "checked_for": event.details_to,
        "places": list(dict.fromkeys(places)),
        "left_out": sorted(set(left_out)),
        "minutes": {line.pk.hex: wording_of(line) for line in told},
    }
    arrangement, _made = Arrangement.objects.update_or_create(event=event, defaults=values)
    announce(event.key)
    return arrangement


def _require_words_for_all(introduction, lines, level):
    refused = {"introduction": [refusal_of_short_text(introduction, _("Introduction"), level)]}
    refused["minutes"] = [refusal_of_short_text(line.text, _("Minute"), level) for line in lines]
    found = {name: [each for each in sentences if each] for name, sentences in refused.items()}
    if any(found.values()):
        raise ValidationError({name: sentences for name, sentences in found.items() if sentences})
