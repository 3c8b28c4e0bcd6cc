"""Published versions, as one reader may read them now: whatever was narrowed, withdrawn or taken off since is gone."""

from dataclasses import replace
from uuid import UUID

from django.db.models import Q

from events.proceedings.arranging import arrangement_of
from events.proceedings.materials import open_files
from events.proceedings.minutes import known_organisations, released_still
from events.proceedings.models import ProceedingsVersion
from events.proceedings.structure import Proceedings, from_values
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.queries import as_named
from portal.access.readers import takes_part
from portal.linkage.ends import ends_for

ENTRIES = ("outputs", "declared", "ideas", "actions")


def versions_for(key, user) -> list[ProceedingsVersion]:
    """The published versions of the event with this identity key that hold something for `user`, who may read the
    event, the newest first."""
    rows = ProceedingsVersion.objects.filter(event=key, taken_back_at=None)
    return [row for row in rows if _kept_for(row, user) is not None]


def last_numbers(event_keys, user) -> dict[UUID, int]:
    """By the key of an event the number of the last version of `versions_for`, where there is one. At most two
    queries, whatever was published."""
    rows = ProceedingsVersion.objects.filter(event__in=event_keys, taken_back_at=None)
    if not takes_part(user):
        rows = rows.filter(public__isnull=False)
    elif narrow := set(rows.filter(members__isnull=True).values_list("event", flat=True)):
        rows = rows.filter(Q(members__isnull=False) | Q(named__isnull=False, event__in=as_named(narrow, user)))
    return dict(rows.order_by("number").values_list("event", "number"))


def frozen_for(version, user) -> Proceedings | None:
    """The Proceedings of a version for `user`, who may read the event; None where nothing was published for them.

    Each entry in it is asked of again: what `user` may not know of now, whose details are closed to them, which is not
    published any more, and what was for named organisations alone when `user` belongs to none of them, is left out. So
    are minutes that are not told any more, and files that `user` may not open. A constant number of queries.
    """
    values = _kept_for(version, user)
    if values is None:
        return None
    said = from_values(values)
    keys = _keys(said)
    known, read = _open_to(user, keys - _of_others(version, keys, user))
    open_in = {Zone.CARD: known, Zone.DETAILS: known & read}
    files = open_files(said.files, user)
    return replace(
        said,
        minutes=_minutes(version.event_id, said.minutes, user),
        contributions=tuple(_with_file(each, files) for each in said.contributions),
        outputs=tuple(_with_file(each, files) for each in said.outputs if each.key in open_in[Zone.DETAILS]),
        declared=tuple(each for each in said.declared if each.key in open_in[Zone(each.zone)]),
        ideas=tuple(each for each in said.ideas if each.key in open_in[Zone(each.zone)]),
        actions=tuple(each for each in said.actions if each.key in known),
    )


def _kept_for(version, user):
    """The values that were kept for the widest audience to which `user` belongs now."""
    if not takes_part(user):
        return version.public
    if version.members is not None or version.named is None:
        # Of what goes beyond the members' text each entry is asked of.
        return version.named or version.members
    return version.named if as_named({version.event_id}, user) else None


def _keys(said):
    return {UUID(each.key) for part in ENTRIES for each in getattr(said, part)}


def _of_others(version, keys, user):
    """The keys of the entries that were for named organisations alone then, of others than those of `user`: the words
    of that day are not for whom the entry was opened since."""
    if not takes_part(user) or version.named is None:
        return set()
    narrow = keys - (_keys(from_values(version.members)) if version.members else set())
    return narrow - as_named(narrow, user)


def _open_to(user, keys):
    """The keys (hex) of published entries of which `user` may know, and of those whose details they may read."""
    known = {key.hex for key in ends_for(keys, user)}
    read = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk__in=keys).values_list("pk", flat=True)
    return known, {key.hex for key in read}


def _minutes(event_key, minutes, user):
    """Those that are told still; who said one, where `user` may know of that organisation."""
    if not minutes:
        return ()
    still = released_still(event_key, arrangement_of(event_key))
    known = known_organisations({UUID(each.organisation_key) for each in minutes if each.organisation_key}, user)
    return tuple(
        each if each.organisation_key in known else replace(each, organisation="", organisation_key="")
        for each in minutes
        if each.key in still
    )


def _with_file(each, files):
    return each if each.file in files else replace(each, file="")
