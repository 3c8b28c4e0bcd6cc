from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.capture.queries import minutes_of
from events.proceedings.arranging import arrangement_of
from events.proceedings.minutes import wording_of
from events.proceedings.models import Arrangement
from events.rights import runs
from portal.access.changes import announce
from portal.access.models import RecordIdentity
from portal.directory.rights import require
from portal.records.linter.gate import refusal_of_short_text


@transaction.atomic
def arrange(*, event, by, introduction, places=(), left_out=(), minutes=(), seen=None) -> Arrangement:
    """Says how the proceedings of an event (an identity) are told: the introduction, keys (hex) of sessions and outputs
    in their order, those of them and of its actions that are left out, and those of the captured minutes that are told.
    `seen` are the keys of all that `by` could choose from (None: everything), beside those of `places`: of what they
    may not read, or did not have before them, stays what others chose.

    Raises PermissionDenied for who does not run the event; ValidationError, at `introduction` or `minutes`, for words
    that not all who read the event may read.
    """
    require(runs(by, event))
    event = RecordIdentity.objects.select_for_update().get(pk=event.pk)
    introduction = introduction.replace("\r\n", "\n").strip()
    kept = _unseen(arrangement_of(event.key), event, seen, set(places))
    lines = minutes_of(event.key)
    told = [line for line in lines if line.pk.hex in set(minutes)]
    others = [line for line in lines if kept.minutes.get(line.pk.hex) == wording_of(line)]
    _require_words_for_all(introduction, [*told, *others], event.details_to)
    values = {
        "introduction": introduction,
        "checked_for": event.details_to,
        "places": _placed(list(dict.fromkeys(places)), kept.places),
        "left_out": sorted({*left_out, *kept.left_out}),
        "minutes": {line.pk.hex: wording_of(line) for line in [*told, *others]},
    }
    arrangement, _made = Arrangement.objects.update_or_create(event=event, defaults=values)
    announce(event.key)
    return arrangement


def _unseen(stored, event, seen, placed):
    """An Arrangement of what the stored one says of others than the keys in `seen`, each at its place (None: of one
    that was seen or `placed`); minutes only while no more people read the event than they were looked at for."""
    if seen is None:
        return Arrangement(event=event)
    is_checked = stored.is_checked_for(event.details_to)
    return Arrangement(
        event=event,
        places=[None if key in seen | placed else key for key in stored.places],
        left_out=[key for key in stored.left_out if key not in seen],
        minutes={key: wording for key, wording in stored.minutes.items() if is_checked and key not in seen},
    )


def _placed(chosen, stored):
    """The keys that were chosen, in their order, around those stored ones that keep their place."""
    left = iter(chosen)
    placed = [key or next(left, None) for key in stored]
    return [key for key in [*placed, *left] if key]


def _require_words_for_all(introduction, lines, level):
    refused = {"introduction": [refusal_of_short_text(introduction, _("Introduction"), level)]}
    refused["minutes"] = [refusal_of_short_text(line.text, _("Note of what was said"), level) for line in lines]
    found = {name: [each for each in sentences if each] for name, sentences in refused.items()}
    if any(found.values()):
        raise ValidationError({name: sentences for name, sentences in found.items() if sentences})
