"""The owner of data is told before an entry about these, written by others, goes beyond the members.

Without an answer in fourteen days, or where nobody speaks for the owner here, it goes out only if it rests on published
sources, and says so. Of the first content nobody is told (`publish_from_sources`): every fact of it stands in sources
that are published, nobody speaks for most of its owners yet, and what nobody confirmed is marked on its pages.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.changes import announce_owner
from portal.access.enums import GOES_OUT, Level, OwnerAnswer, Standing
from portal.access.models import AccessWish, OwnerNotice
from portal.directory.rights import speakers

from .audit import log
from .deciding import ChangedMeanwhile, locked, require_reason
from .identities import change, drop_access_wish


class OwnersWait(PermissionDenied):
    """An owner of data has not agreed to what is asked for, and may still answer, or said no: its text says so."""


@transaction.atomic
def tell_owners(*, identity, organisations, version):
    """Tells each owner of data (Organisations) that this version of the text is to be shown to everyone; returns the
    OwnerNotices that are new.

    Who was told of this version is not told again, and a “not beyond members” holds until its organisation changes it,
    also when the text no longer names it.
    """
    identity = locked(identity)
    kept = OwnerNotice.objects.filter(identity=identity, answer=OwnerAnswer.NOT_BEYOND)
    kept |= OwnerNotice.objects.filter(
        identity=identity, organisation__in=organisations, version=version, answer__in=["", OwnerAnswer.GO_AHEAD]
    )
    held = dict(kept.values_list("organisation", "pk"))
    OwnerNotice.objects.filter(identity=identity).exclude(pk__in=held.values()).delete()
    return [_tell(identity, each, version) for each in organisations if each.pk not in held]


@transaction.atomic
def tell_untold():
    """Tells owners for whom somebody speaks by now, who did not when the entry was sent; returns how many."""
    untold = OwnerNotice.objects.filter(told_at=None, answer="").select_related("identity", "organisation")
    return sum(_has_reached(notice) for notice in untold)


@transaction.atomic
def answer_owner(*, notice, by, answer, message="", is_first=False):
    """Keeps what an owner says, and may change later. “Not beyond members” holds at once where everyone may see it by
    now; “not like this” takes back what was asked for the entry, and needs a message for its author. Authors are told
    of what was not said before.

    `is_first`: whether nobody may have answered since `notice` was read. Raises PermissionDenied when somebody has, for
    who does not speak for the organisation, of what is withdrawn, and when the notice has been replaced;
    ValidationError without that message, or when nothing is asked for any more.
    """
    identity, seen_at = locked(notice.identity), notice.answered_at
    notice = OwnerNotice.objects.select_for_update().filter(pk=notice.pk).first()
    if notice is None or identity.withdrawn_at is not None or by not in speakers(notice.organisation):
        raise PermissionDenied
    if is_first and notice.answered_at != seen_at:
        raise ChangedMeanwhile
    answer = OwnerAnswer(answer)
    if answer == OwnerAnswer.NOT_SO:
        _take_wish_back(identity, message)
    _keep(notice, by, answer, message.strip())
    if answer == OwnerAnswer.NOT_BEYOND and Level.PUBLIC in (identity.listed_to, identity.details_to):
        levels = (Level.narrower(level, Level.MEMBERS) for level in (identity.listed_to, identity.details_to))
        change(identity, "restricted", by, *levels, reason=str(answer.label))
    return notice


def require_owners(identity, *, has_sources, now=None):
    """Raises OwnersWait unless each owner that is noted for the record lets it go to everyone."""
    notices = OwnerNotice.objects.filter(identity=identity).select_related("organisation").order_by("noted_at", "pk")
    if sentences := list(filter(None, (_refusal(each, has_sources, now) for each in notices))):
        raise OwnersWait(" ".join(sentences))


def _tell(identity, organisation, version):
    told_at = timezone.now() if speakers(organisation) else None
    notice = OwnerNotice.objects.create(identity=identity, organisation=organisation, version=version, told_at=told_at)
    log("owner told" if told_at else "owner noted", identity=identity, organisation=organisation.pk)
    if told_at:
        announce_owner(notice)
    return notice


def _keep(notice, by, answer, message):
    if (notice.answer, notice.message) == (answer, message):
        return
    notice.answer, notice.message, notice.answered_at, notice.by = answer, message, timezone.now(), by
    notice.save()
    log("owner answered", identity=notice.identity, by=by, organisation=notice.organisation_id, answer=str(answer))
    announce_owner(notice)


def _has_reached(notice):
    if not speakers(notice.organisation):
        return False
    notice.told_at = timezone.now()
    notice.save(update_fields=["told_at"])
    log("owner told", identity=notice.identity, organisation=notice.organisation_id)
    announce_owner(notice)
    return True


def _take_wish_back(identity, message):
    require_reason(message, _("Write what its author should know."))
    if not AccessWish.objects.filter(identity=identity).exists():
        raise ValidationError(_("Nothing is asked for it any more. Choose “Not beyond members” to narrow it."))
    drop_access_wish(identity)


def _refusal(notice, has_sources, now):
    """The sentence that keeps an entry from going out; "" for an owner who lets it."""
    standing, facts = notice.standing(has_sources=has_sources, now=now), {"owner": notice.organisation.short_name}
    if standing is Standing.NOT_ASKED and speakers(notice.organisation):
        return _("Somebody speaks for %(owner)s by now: they are told within a day, and have fourteen days.") % facts
    if standing in GOES_OUT:
        return ""
    return REFUSALS[standing]() % facts


REFUSALS = {
    Standing.WAITS: lambda: _(
        "%(owner)s was told that it is to be shown to everyone, and has fourteen days to answer."
    ),
    Standing.UNSOURCED: lambda: _(
        "%(owner)s has not agreed that it is shown to everyone, and it names no published source that it rests on."
    ),
    Standing.CAPPED: lambda: _("%(owner)s said: not beyond members."),
    Standing.TAKEN_BACK: lambda: _("%(owner)s said: not like this. Its author has its message."),
}
