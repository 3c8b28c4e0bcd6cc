"""Two organisations that are one: the double leads to the one that is kept, and nothing points at it any more."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.access.changes import announce, announced_together
from portal.access.models import RecordIdentity
from portal.access.services import merge_parties, named_or_party
from portal.directory.models import Membership, Organisation
from portal.directory.services import take_over
from portal.records.models import Trust
from portal.records.term_changes import announce_users
from portal.records.trust import trust_at_merge
from portal.taxonomy.drafts import count_drafts, retag_drafts
from portal.taxonomy.errors import CannotReplace
from portal.taxonomy.relations import parental_key, pointers, users_of
from portal.taxonomy.retagging import retag_rows


@transaction.atomic
def merge_organisations(*, keep, drop, by, reason) -> Organisation:
    """Puts `keep` in the place of `drop`, its double, in everything that points at it, drafts included; returns it.

    What points is found through the models, so that what is added later is not forgotten. The double keeps its row, so
    that its address leads on. Raises PermissionDenied for who is no administrator; ValidationError with a sentence
    (no reason, not two, one of them merged already, not shown to the same people, a rule of the database that both
    together would break).
    """
    # In the order of their keys, so that two merges never wait for each other.
    rows = Organisation.objects.select_for_update().order_by("pk").in_bulk([keep.pk, drop.pk])
    keep, drop = rows[keep.pk], rows[drop.pk]
    _require_two(keep, drop)
    _require_same_readers(keep, drop)
    with announced_together():
        users = [users_of(Organisation, {drop.pk}), users_of(RecordIdentity, {drop.key})]
        merge_parties(keep=keep, drop=drop, by=by, reason=reason)
        take_over(keep=keep, drop=drop)
        trust_at_merge(keep=keep, drop=drop, by=by, reason=reason)
        _retag(keep, drop)
        for each in users:
            announce_users(each)
        announce(keep.key, drop.key)
    keep.refresh_from_db()
    return keep


def uses_of_organisation(organisation) -> dict[str, int]:
    """What a merge would move, and how much of it, as people say it; empty when nothing points at the organisation."""
    identities = RecordIdentity.objects.filter(named_or_party(organisation)).exclude(pk=organisation.key)
    uses = {_("entries that it owns, keeps or may see by its name"): identities.distinct().count()}
    uses[_("members")] = Membership.objects.filter(organisation=organisation).count()
    ends = [(pointer, organisation.pk) for pointer in _naming() if pointer.model not in (Membership, Trust)]
    for pointer, pk in [*ends, *((pointer, organisation.key) for pointer in _linking())]:
        uses[pointer.label] = uses.get(pointer.label, 0) + pointer.rows([pk]).count()
    uses[_("drafts")] = count_drafts(Organisation, [organisation.pk])
    return {label: count for label, count in uses.items() if count}


def _require_two(keep, drop):
    if keep == drop:
        raise ValidationError(_("Choose another organisation."))
    for each in (keep, drop):
        if each.merged_into_id:
            raise ValidationError(_("“%s” was merged already.") % each.name)


def _require_same_readers(keep, drop):
    """What is said of each is said of the kept one afterwards: a merge, which one does alone, shows nobody more."""
    rows = RecordIdentity.objects.select_for_update().in_bulk([keep.key, drop.key])
    seen = {(row.listed_to, row.details_to, row.withdrawn_at is None) for row in rows.values()}
    if len(seen) > 1:
        sentence = _(
            "“%(dropped)s” and “%(kept)s” are not shown to the same people. First give both the same levels, and "
            "withdraw both or neither."
        )
        raise ValidationError(sentence % {"dropped": drop.name, "kept": keep.name})


def _naming():
    """The Pointers at organisations, but for those of access, which its own services write."""
    return [pointer for pointer in pointers(Organisation) if pointer.model._meta.app_label != "access"]


def _linking():
    """The Pointers at identities of what people wrote: pages and their rows, and what says so itself by
    `moves_when_merged`, the names of its keys; not access, nor what is made of it."""
    return [pointer for pointer in pointers(RecordIdentity) if _is_written(pointer)]


def _is_written(pointer):
    moves = pointer.field.name in getattr(pointer.model, "moves_when_merged", ())
    return moves or issubclass(pointer.model, Page) or parental_key(pointer.model) is not None


def _retag(keep, drop):
    """Rows and drafts, those that name the organisation and those that link to its entry."""
    try:
        retag_rows(Organisation, drop.pk, keep.pk, _naming())
        retag_rows(RecordIdentity, drop.key, keep.key, _linking())
    except CannotReplace as refusal:
        raise ValidationError(str(refusal)) from refusal
    retag_drafts(Organisation, drop.pk, keep.pk)
    # In JSON a key is text.
    retag_drafts(RecordIdentity, str(drop.key), str(keep.key))
